//! What customers and staff write, in the languages of the five countries, English, Russian and Chinese.

/// Sentences of a language.
pub struct Words {
    /// With a new case.
    pub asks: [&'static str; 3],
    /// When the customer was asked something.
    pub answers: [&'static str; 3],
    /// After it went well.
    pub good: [&'static str; 3],
    /// After a broken promise.
    pub waited: [&'static str; 3],
    /// After something had to be done again; also why a case is reopened.
    pub again: [&'static str; 2],
    /// After something else went wrong.
    pub bad: [&'static str; 2],
}

/// The sentences of a language by its ISO 639-1 code, English if there are none.
pub fn words(language: &str) -> &'static Words {
    match language {
        "de" => &GERMAN,
        "pl" => &POLISH,
        "bg" => &BULGARIAN,
        "pt" => &PORTUGUESE,
        "lv" => &LATVIAN,
        "ru" => &RUSSIAN,
        "zh" => &CHINESE,
        _ => &ENGLISH,
    }
}

/// Between colleagues.
pub const STAFF_NOTES: [&str; 8] = [
    "Called twice, nobody answered. Will try again after four.",
    "The address has a second entrance; told the technician.",
    "Same street as three other cases today, asked network to look.",
    "Customer prefers e-mail, please do not call.",
    "Checked with billing: nothing open on the account.",
    "Partner says tomorrow morning. I will ask for it in writing.",
    "Key is with the neighbour on the first floor.",
    "The note in the old system was wrong, corrected here.",
];

/// To the customer.
pub const STAFF_TO_CUSTOMER: [&str; 5] = [
    "Thank you for waiting. A colleague is working on it and will write to you today.",
    "We have all we need from you. The next step is ours.",
    "The technician will ring half an hour before the visit.",
    "I have checked it myself: it is on its way.",
    "Sorry for the delay. I answer for this until it is done.",
];

const ENGLISH: Words = Words {
    asks: ["Please call me after five.", "It is quite urgent for us.", "I could not find this on your site."],
    answers: ["Here it is, as you asked.", "Thursday morning is fine.", "Yes, please go ahead."],
    good: [
        "Quick, friendly, done. Thank you.",
        "I was told each step before it happened.",
        "Easier than I had feared.",
    ],
    waited: [
        "You promised a day and nobody called.",
        "In the end it worked, but the waiting was far too long.",
        "I had to ask three times when someone would come.",
    ],
    again: ["The same thing again a week later.", "I had to explain everything twice."],
    bad: ["Not what I wanted.", "Nobody could tell me why it is not possible."],
};

const GERMAN: Words = Words {
    asks: [
        "Bitte rufen Sie mich nach 17 Uhr an.",
        "Es ist für uns recht dringend.",
        "Auf Ihrer Seite habe ich dazu nichts gefunden.",
    ],
    answers: ["Anbei die gewünschten Angaben.", "Donnerstagvormittag passt.", "Ja, bitte so machen."],
    good: [
        "Schnell, freundlich, erledigt. Danke!",
        "Ich wusste immer, was als Nächstes kommt.",
        "Einfacher als befürchtet.",
    ],
    waited: [
        "Versprochen war ein Tag, gemeldet hat sich niemand.",
        "Am Ende ging es, aber die Wartezeit war viel zu lang.",
        "Dreimal musste ich nachfragen, wann jemand kommt.",
    ],
    again: ["Eine Woche später dasselbe noch einmal.", "Ich musste alles zweimal erklären."],
    bad: ["Das war nicht, was ich wollte.", "Niemand konnte mir sagen, warum es nicht geht."],
};

const POLISH: Words = Words {
    asks: [
        "Proszę o telefon po godzinie 17.",
        "To dla nas dość pilne.",
        "Nie udało mi się tego znaleźć na Państwa stronie.",
    ],
    answers: ["Przesyłam potrzebne dane.", "Czwartek rano mi odpowiada.", "Tak, proszę działać."],
    good: [
        "Szybko, miło i skutecznie. Dziękuję.",
        "O każdym kroku wiadomo było z wyprzedzeniem.",
        "Prościej, niż się spodziewałam.",
    ],
    waited: [
        "Obiecano jeden dzień, a nikt nie zadzwonił.",
        "W końcu działa, ale czekanie trwało o wiele za długo.",
        "Trzy razy trzeba było pytać, kiedy ktoś przyjdzie.",
    ],
    again: ["Po tygodniu znowu to samo.", "Wszystko trzeba było tłumaczyć dwa razy."],
    bad: ["Nie o to chodziło.", "Nikt nie potrafił powiedzieć, dlaczego się nie da."],
};

const BULGARIAN: Words = Words {
    asks: [
        "Моля, обадете ми се след 17 часа.",
        "За нас е доста спешно.",
        "Не намерих това на вашата страница.",
    ],
    answers: ["Изпращам исканите данни.", "Четвъртък сутрин е удобно.", "Да, моля, продължете."],
    good: [
        "Бързо, любезно, готово. Благодаря!",
        "Предварително знаех какво следва.",
        "По-лесно, отколкото очаквах.",
    ],
    waited: [
        "Обещахте един ден, а никой не се обади.",
        "Накрая проработи, но чаках твърде дълго.",
        "Три пъти питах кога ще дойде някой.",
    ],
    again: ["След седмица пак същото.", "Наложи се да обяснявам всичко два пъти."],
    bad: ["Не това исках.", "Никой не можа да ми каже защо не може."],
};

const PORTUGUESE: Words = Words {
    asks: [
        "Liguem-me depois das 17 horas, por favor.",
        "Para nós é bastante urgente.",
        "Não encontrei isto no vosso sítio.",
    ],
    answers: ["Seguem os dados pedidos.", "Quinta-feira de manhã está bem.", "Sim, podem avançar."],
    good: [
        "Rápido, simpático e resolvido. Obrigada.",
        "Soube sempre o que vinha a seguir.",
        "Mais fácil do que eu temia.",
    ],
    waited: [
        "Prometeram um dia e ninguém ligou.",
        "No fim funcionou, mas a espera foi longa demais.",
        "Tive de perguntar três vezes quando vinha alguém.",
    ],
    again: ["Uma semana depois, outra vez o mesmo.", "Tive de explicar tudo duas vezes."],
    bad: ["Não era o que eu queria.", "Ninguém me soube dizer porque não é possível."],
};

const LATVIAN: Words = Words {
    asks: [
        "Lūdzu, piezvaniet pēc pulksten 17.",
        "Mums tas ir diezgan steidzami.",
        "Jūsu lapā par to neko neatradu.",
    ],
    answers: ["Nosūtu prasītos datus.", "Ceturtdienas rīts der.", "Jā, lūdzu, turpiniet."],
    good: [
        "Ātri, laipni, izdarīts. Paldies!",
        "Vienmēr zināju, kas būs tālāk.",
        "Vienkāršāk, nekā baidījos.",
    ],
    waited: [
        "Solījāt vienu dienu, bet neviens nepiezvanīja.",
        "Beigās strādāja, bet gaidīt nācās pārāk ilgi.",
        "Trīs reizes jautāju, kad kāds atnāks.",
    ],
    again: ["Pēc nedēļas atkal tas pats.", "Viss bija jāskaidro divreiz."],
    bad: ["Tas nebija tas, ko vēlējos.", "Neviens nevarēja pateikt, kāpēc nav iespējams."],
};

const RUSSIAN: Words = Words {
    asks: [
        "Перезвоните, пожалуйста, после 17 часов.",
        "Для нас это довольно срочно.",
        "На вашем сайте я этого не нашла.",
    ],
    answers: ["Отправляю нужные данные.", "Четверг утром подходит.", "Да, пожалуйста, приступайте."],
    good: ["Быстро, вежливо, готово. Спасибо!", "О каждом шаге сообщали заранее.", "Проще, чем я думал."],
    waited: [
        "Обещали за день, но никто не позвонил.",
        "В итоге заработало, но ждать пришлось слишком долго.",
        "Трижды спрашивал, когда кто-нибудь придёт.",
    ],
    again: ["Через неделю снова то же самое.", "Пришлось всё объяснять дважды."],
    bad: ["Это не то, чего я хотел.", "Никто не смог объяснить, почему нельзя."],
};

const CHINESE: Words = Words {
    asks: ["请在下午五点以后给我打电话。", "这件事对我们比较紧急。", "我在你们的网站上没有找到相关说明。"],
    answers: ["这是您要的资料。", "星期四上午可以。", "好的，请继续办理。"],
    good: ["又快又热情，谢谢！", "每一步都提前通知了我。", "比我想象的简单。"],
    waited: ["说好一天，却没有人联系我。", "最后解决了，但是等得太久。", "我问了三次什么时候有人来。"],
    again: ["一个星期后同样的问题又出现了。", "所有情况我都得说两遍。"],
    bad: ["这不是我想要的结果。", "没有人能说清楚为什么不行。"],
};
