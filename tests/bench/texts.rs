//! Recommendations as long and as varied as real ones, and always the same for the same number.
//! Invented; no State ever received them.

use kit::chance::Chance;

/// What the bench knows of one recommendation before it is written.
#[derive(Debug, Clone)]
pub struct Drafted {
    pub paragraph: String,
    pub text: String,
    pub states: Vec<&'static str>,
    pub position: &'static str,
    pub themes: Vec<&'static str>,
    pub cluster: usize,
}

pub const CLUSTERS: [&str; 12] = [
    "Justice and detention",
    "Equality and non-discrimination",
    "Women and girls",
    "Children",
    "Persons with disabilities",
    "Migrants and refugees",
    "Education",
    "Health",
    "Work and social protection",
    "Freedom of expression",
    "International instruments",
    "Institutions and planning",
];

pub const THEMES: [&str; 10] = [
    "Detention",
    "Torture",
    "Discrimination",
    "Gender-based violence",
    "Rights of the child",
    "Right to education",
    "Right to health",
    "Labour rights",
    "Freedom of the press",
    "Treaty ratification",
];

const STATES: [&str; 40] = [
    "ALB", "DZA", "ARG", "ARM", "AUS", "AUT", "BGD", "BEL", "BRA", "BGR", "CAN", "CHL", "CHN",
    "COL", "CRI", "HRV", "CUB", "CZE", "DNK", "EGY", "EST", "FJI", "FIN", "FRA", "GEO", "DEU",
    "GHA", "GRC", "HND", "IND", "IDN", "IRL", "ITA", "JPN", "JOR", "KEN", "MEX", "NOR", "PER",
    "URY",
];

const OPENINGS: [&str; 12] = [
    "Continue its efforts to",
    "Take concrete measures to",
    "Adopt and implement a comprehensive national strategy to",
    "Strengthen the legal and institutional framework in order to",
    "Allocate sufficient financial and human resources to",
    "Ratify the relevant international instruments and",
    "Consider amending the Criminal Code in order to",
    "Step up efforts, in consultation with civil society, to",
    "Redouble its efforts, in particular in rural areas, to",
    "Ensure, in law and in practice, the means to",
    "Establish an independent mechanism to",
    "Intensify training of judges, prosecutors and police officers to",
];

const AIMS: [&str; 16] = [
    "prevent and combat all forms of violence against women and girls",
    "eliminate discrimination against persons belonging to minorities",
    "guarantee access to inclusive and quality education for all children",
    "improve conditions of detention and reduce overcrowding in prisons",
    "investigate all allegations of torture and ill-treatment promptly and impartially",
    "protect journalists and human rights defenders from intimidation and reprisals",
    "secure access to health care, including sexual and reproductive health services",
    "put an end to child labour and to early and forced marriage",
    "ensure full participation of persons with disabilities in political and public life",
    "identify and assist victims of trafficking in persons",
    "safeguard the independence of the judiciary and of the bar",
    "reduce poverty and guarantee an adequate standard of living",
    "protect the rights of migrants, refugees and asylum-seekers",
    "combat hate speech and incitement to hatred, including online",
    "close the gender pay gap and promote women in decision-making positions",
    "mitigate the effects of climate change on the most vulnerable communities",
];

const CLOSINGS: [&str; 10] = [
    "in line with its international obligations",
    "with particular attention to persons in vulnerable situations",
    "and report on progress achieved by the next review",
    "through adequate funding, reliable data and regular monitoring",
    "and ensure that perpetrators are brought to justice and victims obtain redress",
    "in close cooperation with local authorities and civil society organizations",
    "as recommended by the treaty bodies and the special procedures",
    "with a view to achieving the Sustainable Development Goals",
    "including by means of awareness-raising campaigns and community programmes",
    "and bring national legislation into conformity with the Convention",
];

const POSITIONS: [&str; 10] = [
    "SUP", "SUP", "SUP", "SUP", "SUP", "SUP", "SUP", "NOT", "NOT", "PEN",
];

/// Words a person might look for, frequent ones and rare ones, whole and begun.
pub const SEARCHES: [&str; 12] = [
    "violence",
    "women girls",
    "detention",
    "child lab",
    "journalists",
    "climate",
    "crim",
    "judges training",
    "migrants refugees",
    "pay gap",
    "torture impart",
    "po",
];

/// The recommendations number 0 to `count`, in the order of their paragraphs.
pub fn draft(count: usize) -> Vec<Drafted> {
    let mut chance = Chance::new(2011);
    (0..count).map(|number| one(number, &mut chance)).collect()
}

fn one(number: usize, chance: &mut Chance) -> Drafted {
    let mut text = sentence(chance);
    let wanted = 150 + chance.below(250);
    while text.len() < wanted {
        text.push_str("; and ");
        text.push_str(&sentence(chance).to_lowercase());
    }
    text.truncate(400);
    text.push('.');
    let mut states = vec![*chance.pick(&STATES)];
    while chance.in_hundred(15) {
        let state = *chance.pick(&STATES);
        if !states.contains(&state) {
            states.push(state);
        }
    }
    let mut themes = vec![*chance.pick(&THEMES)];
    let second = *chance.pick(&THEMES);
    if !themes.contains(&second) {
        themes.push(second);
    }
    Drafted {
        paragraph: format!("{}.{}", 100 + number / 300, 1 + number % 300),
        text,
        states,
        position: POSITIONS[chance.below(POSITIONS.len())],
        themes,
        cluster: chance.below(CLUSTERS.len()),
    }
}

fn sentence(chance: &mut Chance) -> String {
    format!(
        "{} {}, {}",
        chance.pick(&OPENINGS),
        chance.pick(&AIMS),
        chance.pick(&CLOSINGS)
    )
}
