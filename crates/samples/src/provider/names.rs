//! Names that people of five countries have, and how a mailbox spells them.

use rand::{Rng, RngExt};

use crate::odds::pick;

/// Names of a country: first names of women and of men, surnames as women and men bear them, and small firms.
struct Names {
    women: [&'static str; 12],
    men: [&'static str; 12],
    surnames: [(&'static str, &'static str); 20],
    firms: [&'static str; 6],
}

/// By country, in the order of the table of countries.
const NAMES: [Names; 5] = [GERMAN, POLISH, BULGARIAN, PORTUGUESE, LATVIAN];

/// A person of a country.
pub fn person(country: usize, rng: &mut impl Rng) -> String {
    let names = &NAMES[country];
    let (woman, man) = pick(&names.surnames, rng);
    if rng.random() {
        format!("{} {woman}", pick(&names.women, rng))
    } else {
        format!("{} {man}", pick(&names.men, rng))
    }
}

/// A firm of a country, called after its founder.
pub fn firm(country: usize, rng: &mut impl Rng) -> String {
    let names = &NAMES[country];
    format!("{} {}", pick(&names.firms, rng), pick(&names.surnames, rng).1)
}

/// The name in small ASCII letters, words joined by dots.
pub fn mailbox(name: &str) -> String {
    let words = name.split_whitespace().map(|word| word.chars().map(ascii).collect::<String>());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(".")
}

fn ascii(letter: char) -> String {
    let small = letter.to_lowercase().next().unwrap_or(letter);
    let spelt = SPELT.iter().find(|(letters, _)| letters.contains(small)).map(|(_, spelt)| *spelt);
    match spelt {
        Some(spelt) => spelt.to_owned(),
        None if small.is_ascii_alphanumeric() => small.to_string(),
        None => String::new(),
    }
}

/// Letters beyond ASCII, and how they are spelt.
const SPELT: [(&str, &str); 41] = [
    ("äæ", "ae"),
    ("ö", "oe"),
    ("ü", "ue"),
    ("ß", "ss"),
    ("ąāáâãàа", "a"),
    ("ćčçц", "c"),
    ("ęēéêе", "e"),
    ("ģг", "g"),
    ("īíий", "i"),
    ("ķк", "k"),
    ("łļл", "l"),
    ("ńņн", "n"),
    ("óôõо", "o"),
    ("śšс", "s"),
    ("ūúу", "u"),
    ("źżžз", "z"),
    ("б", "b"),
    ("в", "v"),
    ("д", "d"),
    ("ж", "zh"),
    ("м", "m"),
    ("п", "p"),
    ("р", "r"),
    ("т", "t"),
    ("ф", "f"),
    ("х", "h"),
    ("ч", "ch"),
    ("ш", "sh"),
    ("щ", "sht"),
    ("ъ", "a"),
    ("ь", "y"),
    ("ю", "yu"),
    ("я", "ya"),
    ("ы", "y"),
    ("э", "e"),
    ("ё", "yo"),
    ("ñ", "n"),
    ("ø", "o"),
    ("å", "a"),
    ("ý", "y"),
    ("ď", "d"),
];

const GERMAN: Names = Names {
    women: [
        "Anke", "Jana", "Katrin", "Lena", "Maren", "Nadja", "Petra", "Ronja", "Silke", "Tanja", "Ulrike",
        "Wiebke",
    ],
    men: [
        "Arne", "Bernd", "Carsten", "Detlef", "Falk", "Götz", "Holger", "Jörg", "Malte", "Nils", "Sven",
        "Thilo",
    ],
    surnames: [
        ("Ahrens", "Ahrens"),
        ("Böhme", "Böhme"),
        ("Claasen", "Claasen"),
        ("Dörfler", "Dörfler"),
        ("Eckstein", "Eckstein"),
        ("Fröhlich", "Fröhlich"),
        ("Grünwald", "Grünwald"),
        ("Hartwig", "Hartwig"),
        ("Jessen", "Jessen"),
        ("Kühnel", "Kühnel"),
        ("Lüders", "Lüders"),
        ("Mertens", "Mertens"),
        ("Nowak", "Nowak"),
        ("Otte", "Otte"),
        ("Pohlmann", "Pohlmann"),
        ("Reuß", "Reuß"),
        ("Seidel", "Seidel"),
        ("Thießen", "Thießen"),
        ("Uhlig", "Uhlig"),
        ("Wendt", "Wendt"),
    ],
    firms: ["Bäckerei", "Tischlerei", "Praxis Dr.", "Gasthof", "Steuerbüro", "Autohaus"],
};

const POLISH: Names = Names {
    women: [
        "Agnieszka",
        "Beata",
        "Celina",
        "Dorota",
        "Elżbieta",
        "Grażyna",
        "Iwona",
        "Kinga",
        "Łucja",
        "Magda",
        "Róża",
        "Żaneta",
    ],
    men: [
        "Bartosz",
        "Czesław",
        "Dawid",
        "Grzegorz",
        "Jacek",
        "Krzysztof",
        "Leszek",
        "Michał",
        "Paweł",
        "Sławomir",
        "Tadeusz",
        "Zbigniew",
    ],
    surnames: [
        ("Adamska", "Adamski"),
        ("Bąk", "Bąk"),
        ("Cieślak", "Cieślak"),
        ("Dąbrowska", "Dąbrowski"),
        ("Filipiak", "Filipiak"),
        ("Górska", "Górski"),
        ("Jaworska", "Jaworski"),
        ("Kaźmierczak", "Kaźmierczak"),
        ("Lis", "Lis"),
        ("Łuczak", "Łuczak"),
        ("Maliszewska", "Maliszewski"),
        ("Nowicka", "Nowicki"),
        ("Olszewska", "Olszewski"),
        ("Pawlak", "Pawlak"),
        ("Rogalska", "Rogalski"),
        ("Sikora", "Sikora"),
        ("Tomczyk", "Tomczyk"),
        ("Urbańska", "Urbański"),
        ("Wrona", "Wrona"),
        ("Zięba", "Zięba"),
    ],
    firms: ["Piekarnia", "Zakład stolarski", "Gabinet dr", "Pensjonat", "Biuro rachunkowe", "Kwiaciarnia"],
};

const BULGARIAN: Names = Names {
    women: [
        "Албена",
        "Боряна",
        "Весела",
        "Гергана",
        "Десислава",
        "Ива",
        "Калина",
        "Людмила",
        "Невена",
        "Ралица",
        "Стефка",
        "Яна",
    ],
    men: [
        "Ангел",
        "Борис",
        "Васил",
        "Георги",
        "Димитър",
        "Живко",
        "Красимир",
        "Любомир",
        "Огнян",
        "Пламен",
        "Стоян",
        "Явор",
    ],
    surnames: [
        ("Ангелова", "Ангелов"),
        ("Бонева", "Бонев"),
        ("Василева", "Василев"),
        ("Генчева", "Генчев"),
        ("Димова", "Димов"),
        ("Енева", "Енев"),
        ("Златева", "Златев"),
        ("Илиева", "Илиев"),
        ("Колева", "Колев"),
        ("Лазарова", "Лазаров"),
        ("Маринова", "Маринов"),
        ("Недева", "Недев"),
        ("Пенчева", "Пенчев"),
        ("Русева", "Русев"),
        ("Славова", "Славов"),
        ("Тонева", "Тонев"),
        ("Христова", "Христов"),
        ("Цветкова", "Цветков"),
        ("Чолакова", "Чолаков"),
        ("Янева", "Янев"),
    ],
    firms: [
        "Пекарна",
        "Дърводелска работилница",
        "Кабинет д-р",
        "Семеен хотел",
        "Счетоводна къща",
        "Книжарница",
    ],
};

const PORTUGUESE: Names = Names {
    women: [
        "Adelaide", "Beatriz", "Carlota", "Fátima", "Graça", "Inês", "Joana", "Leonor", "Mafalda", "Rosário",
        "Susana", "Vitória",
    ],
    men: [
        "Afonso", "André", "Bernardo", "Duarte", "Fernão", "Gonçalo", "João", "Luís", "Nuno", "Rui", "Simão",
        "Tomé",
    ],
    surnames: [
        ("Almeida", "Almeida"),
        ("Barbosa", "Barbosa"),
        ("Conceição", "Conceição"),
        ("Domingues", "Domingues"),
        ("Esteves", "Esteves"),
        ("Fontes", "Fontes"),
        ("Guimarães", "Guimarães"),
        ("Henriques", "Henriques"),
        ("Leitão", "Leitão"),
        ("Magalhães", "Magalhães"),
        ("Neves", "Neves"),
        ("Pacheco", "Pacheco"),
        ("Queirós", "Queirós"),
        ("Ramalho", "Ramalho"),
        ("Sampaio", "Sampaio"),
        ("Simões", "Simões"),
        ("Teixeira", "Teixeira"),
        ("Valadares", "Valadares"),
        ("Vaz", "Vaz"),
        ("Zagalo", "Zagalo"),
    ],
    firms: ["Padaria", "Carpintaria", "Clínica Dr.", "Pensão", "Contabilidade", "Livraria"],
};

const LATVIAN: Names = Names {
    women: [
        "Aija",
        "Baiba",
        "Dace",
        "Elīna",
        "Gunta",
        "Ilze",
        "Kristīne",
        "Laima",
        "Māra",
        "Rūta",
        "Sanita",
        "Zane",
    ],
    men: [
        "Aivars",
        "Andris",
        "Dainis",
        "Edgars",
        "Guntis",
        "Ivars",
        "Jānis",
        "Kārlis",
        "Mārtiņš",
        "Oskars",
        "Raimonds",
        "Valdis",
    ],
    surnames: [
        ("Apsīte", "Apsītis"),
        ("Balode", "Balodis"),
        ("Bērziņa", "Bērziņš"),
        ("Dombrovska", "Dombrovskis"),
        ("Eglīte", "Eglītis"),
        ("Freimane", "Freimanis"),
        ("Grīnberga", "Grīnbergs"),
        ("Jansone", "Jansons"),
        ("Kalniņa", "Kalniņš"),
        ("Krastiņa", "Krastiņš"),
        ("Lapiņa", "Lapiņš"),
        ("Liepa", "Liepa"),
        ("Mednis", "Mednis"),
        ("Ozola", "Ozols"),
        ("Petersone", "Petersons"),
        ("Riekstiņa", "Riekstiņš"),
        ("Siliņa", "Siliņš"),
        ("Tauriņa", "Tauriņš"),
        ("Vītola", "Vītols"),
        ("Zariņa", "Zariņš"),
    ],
    firms: ["Maiznīca", "Galdniecība", "Dr. prakse", "Viesu nams", "Grāmatvedības birojs", "Ziedu veikals"],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_a_mailbox() {
        assert_eq!(mailbox("Łucja Dąbrowska"), "lucja.dabrowska");
        assert_eq!(mailbox("Дърводелска работилница Щерев"), "darvodelska.rabotilnica.shterev");
        assert_eq!(mailbox("Praxis Dr. Reuß"), "praxis.dr.reuss");
        for names in &NAMES {
            let surnames = names.surnames.iter().flat_map(|(woman, man)| [*woman, *man]);
            let all = names.women.iter().chain(&names.men).chain(&names.firms).copied().chain(surnames);
            for name in all {
                let spelt = mailbox(name);
                let letters = name.chars().filter(|letter| letter.is_alphanumeric()).count();
                assert!(spelt.replace('.', "").len() >= letters, "{name} became {spelt}");
            }
        }
    }
}
