//! The first administrator: `/welcome`.

use crate::kit::{Answer, House, Visitor};
use app::rooms::people::pages::welcome;
use app::web::Role;

both!(
    the_first_to_come_by_the_link_is_the_administrator,
    without_the_link_nobody_is,
    what_will_not_do_is_said_and_kept,
    of_two_who_are_first_one_is_too_late,
);

const FIELDS: [(&str, &str); 4] = [
    ("organisation", "Linden"),
    ("name", "Anna Bergmann"),
    ("email", "Anna@Linden.example"),
    ("password", "a-long-password"),
];

/// Sends the form with the key of the link.
async fn begin(house: &House, visitor: &Visitor, fields: &[(&str, &str)]) -> Answer {
    let link = welcome::path(house.app());
    let key = ("key", link.split_once('=').expect("a key").1);
    visitor.post("/welcome", &[&[key], fields].concat()).await
}

async fn the_first_to_come_by_the_link_is_the_administrator(house: House) {
    let anna = house.stranger();
    assert_eq!(anna.get("/sign-in").await.location(), "/welcome");
    assert!(anna.get(&welcome::path(house.app())).await.text().contains("name=\"password\""));
    let answer = begin(&house, &anna, &FIELDS).await;
    assert_eq!((answer.status().as_u16(), answer.location()), (303, "/"));
    assert_eq!(anna.get("/metrics").await.status(), 200, "she is signed in, and an administrator");

    let boris = house.stranger();
    assert!(boris.get("/sign-in").await.text().contains("Sign in to Linden"));
    assert_eq!(boris.get(&welcome::path(house.app())).await.location(), "/sign-in");
    let fields = [("email", "anna@linden.example"), ("password", "a-long-password")];
    assert_eq!(boris.post("/sign-in", &fields).await.status(), 303);
}

async fn without_the_link_nobody_is(house: House) {
    let visitor = house.stranger();
    let page = visitor.get("/welcome").await;
    assert!(page.status() == 200 && !page.text().contains("name=\"password\""));
    for key in ["", "guessed", "AAAA"] {
        let fields = [&[("key", key)], &FIELDS[..]].concat();
        assert_eq!(visitor.post("/welcome", &fields).await.status(), 403);
    }
    assert_eq!(visitor.get("/sign-in").await.location(), "/welcome", "still nobody is here");
}

async fn what_will_not_do_is_said_and_kept(house: House) {
    let visitor = house.stranger();
    for (field, value) in [("name", " "), ("email", "anna"), ("password", "short")] {
        let mut fields = FIELDS;
        fields.iter_mut().filter(|(name, _)| *name == field).for_each(|(_, kept)| *kept = value);
        let answer = begin(&house, &visitor, &fields).await;
        assert_eq!(answer.status(), 422, "{field}");
        assert!(answer.text().contains("role=\"alert\"") && answer.text().contains("value=\"Linden\""));
        assert!(!answer.text().contains("a-long-password"));
    }
    assert_eq!(begin(&house, &visitor, &FIELDS).await.status(), 303);
}

async fn of_two_who_are_first_one_is_too_late(house: House) {
    let (anna, boris) = (house.stranger(), house.stranger());
    let mut others = FIELDS;
    others[2].1 = "boris@linden.example";
    let (first, second) = tokio::join!(begin(&house, &anna, &FIELDS), begin(&house, &boris, &others));
    let mut statuses = [first.status().as_u16(), second.status().as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    house.sign_in(Role::Viewer).await;
    assert_eq!(begin(&house, &house.stranger(), &others).await.status(), 409);
}
