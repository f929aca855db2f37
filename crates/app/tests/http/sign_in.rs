//! Signing in and out: `/sign-in`, `/sign-out`.

use crate::kit::{House, PASSWORD, Visitor};
use app::rooms::people;
use app::web::Role;
use app::web::visit::SESSION;
use jiff::SignedDuration;

both!(
    someone_signs_in_and_out,
    a_wrong_password_and_an_unknown_address_sound_alike,
    whoever_guesses_has_to_wait,
    a_form_of_another_site_is_refused,
    a_session_lasts_as_long_as_it_is_used,
    whoever_is_shut_out_is_out_at_once,
    whoever_has_no_password_cannot_sign_in,
    nobody_is_sent_to_another_site,
    the_cookie_is_out_of_reach,
    a_problem_sends_to_the_door_and_back,
);

/// A day.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Whether they are known: only then may they choose light or dark.
async fn is_known(visitor: &Visitor) -> bool {
    visitor.post("/settings/theme", &[("theme", "dark")]).await.status() == 303
}

async fn someone_signs_in_and_out(house: House) {
    let olga = house.person(Role::Owner).await;
    let visitor = house.stranger();
    assert!(visitor.get("/sign-in").await.text().contains("Good to see you"));

    let fields = [("email", olga.email.as_str()), ("password", PASSWORD), ("next", "/processes?q=fault")];
    let answer = visitor.post("/sign-in", &fields).await;
    assert_eq!((answer.status().as_u16(), answer.location()), (303, "/processes?q=fault"));
    assert!(is_known(&visitor).await);
    assert_eq!(visitor.get("/sign-in?next=/cases").await.location(), "/cases");

    let session = visitor.cookie(SESSION).unwrap();
    let answer = visitor.post("/sign-out", &[]).await;
    assert_eq!((answer.status().as_u16(), answer.location()), (303, "/sign-in"));
    assert_eq!(visitor.cookie(SESSION), None);
    let kept = house.stranger().with("cookie", &format!("{SESSION}={session}"));
    assert!(!is_known(&kept).await, "the word of a session that was ended opens nothing");
}

async fn a_wrong_password_and_an_unknown_address_sound_alike(house: House) {
    let olga = house.person(Role::Owner).await;
    let visitor = house.stranger();
    for (email, password) in
        [(olga.email.as_str(), "wrong"), ("nobody@linden.example", PASSWORD), ("", ""), ("no address", "x")]
    {
        let answer = visitor.post("/sign-in", &[("email", email), ("password", password)]).await;
        assert_eq!(answer.status(), 422);
        assert!(answer.text().contains("do not belong together"), "{email}");
        assert_eq!(answer.cookie(SESSION), "");
    }
    // What was typed is shown again as text.
    let answer = visitor.post("/sign-in", &[("email", "\"><script>"), ("password", "x")]).await;
    assert!(!answer.text().contains("\"><script>"));
}

async fn whoever_guesses_has_to_wait(house: House) {
    let olga = house.person(Role::Owner).await;
    let visitor = house.stranger();
    let guess = async |password| {
        visitor.post("/sign-in", &[("email", &olga.email), ("password", password)]).await.status().as_u16()
    };
    for _ in 0..8 {
        assert_eq!(guess("a guess").await, 422);
    }
    assert_eq!(guess("a guess").await, 429);
    assert_eq!(guess(PASSWORD).await, 429, "nor does the right one tell");
    let boris = house.person(Role::Agent).await;
    let answer = visitor.post("/sign-in", &[("email", &boris.email), ("password", PASSWORD)]).await;
    assert_eq!(answer.status(), 303, "others are not kept waiting");
}

async fn a_form_of_another_site_is_refused(house: House) {
    let olga = house.person(Role::Owner).await;
    let fields = [("email", olga.email.as_str()), ("password", PASSWORD)];
    let visitor = house.stranger();
    visitor.get("/sign-in").await;
    assert_eq!(visitor.post_as_it_is("/sign-in", &fields).await.status(), 403);
    let others = house.stranger().csrf().await;
    for token in [others.as_str(), "", "A"] {
        let fields = [&fields[..], &[("csrf", token)]].concat();
        let answer = visitor.post_as_it_is("/sign-in", &fields).await;
        assert_eq!((answer.status().as_u16(), answer.cookie(SESSION)), (403, ""), "{token}");
    }
}

async fn a_session_lasts_as_long_as_it_is_used(house: House) {
    let anna = house.sign_in(Role::Agent).await;
    for _ in 0..4 {
        house.wait(DAY * 10);
        assert!(is_known(&anna).await);
    }
    house.wait(DAY * 14);
    assert!(!is_known(&anna).await);
}

async fn whoever_is_shut_out_is_out_at_once(house: House) {
    house.person(Role::Administrator).await;
    let boris = house.person(Role::Agent).await;
    let visitor = house.begin(&boris).await;
    assert!(is_known(&visitor).await);
    let (id, now) = (boris.id, house.now());
    house
        .write(move |tx| {
            Box::pin(async move { people::commands::disable(tx, id, ("program", None), now).await })
        })
        .await;
    assert!(!is_known(&visitor).await);
    let answer = visitor.post("/sign-in", &[("email", &boris.email), ("password", PASSWORD)]).await;
    assert_eq!(answer.status(), 422);

    house
        .write(move |tx| {
            Box::pin(async move { people::commands::enable(tx, id, ("program", None), now).await })
        })
        .await;
    assert!(!is_known(&visitor).await, "an old session does not come back");
    let answer = visitor.post("/sign-in", &[("email", &boris.email), ("password", PASSWORD)]).await;
    assert_eq!(answer.status(), 303);
}

async fn whoever_has_no_password_cannot_sign_in(house: House) {
    let mut ivan = people::NewPerson::new("Ivan", "ivan@linden.example", Role::Agent).unwrap();
    ivan.password = None;
    let now = house.now();
    house
        .write(move |tx| {
            Box::pin(async move { people::commands::add(tx, vec![ivan], ("program", None), now).await })
        })
        .await;
    for password in ["", "ivan"] {
        let fields = [("email", "ivan@linden.example"), ("password", password)];
        assert_eq!(house.stranger().post("/sign-in", &fields).await.status(), 422);
    }
}

async fn nobody_is_sent_to_another_site(house: House) {
    let olga = house.person(Role::Owner).await;
    // Browsers leave tabs out of addresses, and take a backslash for a slash.
    for next in ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "evil"] {
        let fields = [("email", olga.email.as_str()), ("password", PASSWORD), ("next", next)];
        let visitor = house.reached_at("https://house.example").await.stranger();
        assert_eq!(visitor.post("/sign-in", &fields).await.location(), "/", "{next:?}");
    }
    let visitor = house.begin(&olga).await;
    assert_eq!(visitor.get("/sign-in?next=%2F%09%2Fevil.example").await.location(), "/");
    let answer = house
        .stranger()
        .with("referer", "https://evil.example/a")
        .post("/settings/language", &[("language", "pl")])
        .await;
    assert_eq!(answer.location(), "/");
}

async fn the_cookie_is_out_of_reach(house: House) {
    let olga = house.person(Role::Owner).await;
    let fields = [("email", olga.email.as_str()), ("password", PASSWORD)];
    let answer = house.stranger().post("/sign-in", &fields).await;
    let flags = answer.cookie(SESSION).split_once("; ").unwrap().1;
    assert_eq!(flags, "Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax");

    let house = house.reached_at("https://house.example").await;
    let visitor = house.stranger();
    assert!(visitor.get("/sign-in").await.cookies().all(|line| line.ends_with("; Secure")));
    let answer = visitor.post("/sign-in", &fields).await;
    assert!(answer.cookie(SESSION).ends_with("; HttpOnly; SameSite=Lax; Secure"));
    assert_eq!(answer.header("strict-transport-security"), "max-age=31536000");
}

async fn a_problem_sends_to_the_door_and_back(house: House) {
    let olga = house.person(Role::Administrator).await;
    let visitor = house.stranger();
    let answer = visitor.get("/metrics?a=1&b=%2F").await;
    assert_eq!(
        (answer.status().as_u16(), answer.location()),
        (303, "/sign-in?next=/metrics%3Fa%3D1%26b%3D%252F")
    );
    assert!(visitor.get(answer.location()).await.text().contains("value=\"/metrics?a=1&#38;b=%2F\""));
    let fields = [("email", olga.email.as_str()), ("password", PASSWORD), ("next", "/metrics?a=1&b=%2F")];
    assert_eq!(visitor.post("/sign-in", &fields).await.location(), "/metrics?a=1&b=%2F");
}
