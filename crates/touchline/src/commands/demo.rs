//! `touchline demo`: the server on a made-up organisation.

use crate::args::DemoArgs;
use crate::commands::serve::{self, Server};
use crate::failure::Failure;
use crate::installation::{self, block_on};
use crate::output;
use app::demo;
use language::Language;

/// Makes the organisation up, if it is not there yet, and answers.
pub fn run(language: Language, args: &DemoArgs) -> Result<(), Failure> {
    serve::write_down(args.listen.log_format);
    let location = installation::at(language, &args.data, args.database.as_deref())?;
    block_on(async {
        let server = Server::start(language, &args.listen, location).await?;
        demo::fill(&server.app).await.map_err(|problem| installation::problem(language, &problem))?;
        server.say_where(language)?;
        output::print_lines(&sign_ins(language))?;
        let asked =
            demo::question(&server.app).await.map_err(|problem| installation::problem(language, &problem))?;
        if let Some(path) = asked {
            let link = if path.starts_with('/') { format!("{}{path}", server.url) } else { path };
            output::print_lines(&[language.text_with("demo-question", &[("link", link.into())])])?;
        }
        server.answer(language).await
    })
}

/// Who can sign in, a line each: role, address and password.
fn sign_ins(language: Language) -> Vec<String> {
    let lines = demo::sign_ins()
        .into_iter()
        .map(|sign_in| format!("  {:<14}  {:<26}  {}", sign_in.role.as_str(), sign_in.email, demo::PASSWORD));
    std::iter::once(language.text("demo-sign-ins")).chain(lines).collect()
}
