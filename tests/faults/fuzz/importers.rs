//! The importers with small good files of their kinds and the words they listen to.
//!
//! A file with several parts is one text here, its parts apart by [`APART`]: what chance changes is the
//! markup, not the packing, whose sums would give every change away.

use kit::docx::{
    archive, bold, document_with_lists, list, listed, paragraph, row, styled, table, wrapped,
};
use kit::xlsx::{MAIN, sheet, workbook};
use upright_core::export::ExportFormat;
use upright_core::recommendations::{NewRecommendation, add_recommendation};

/// Between the parts of one file.
const APART: &str = "\n=== part ===\n";

pub struct Importer {
    pub name: &'static str,
    pub seeds: Vec<Vec<u8>>,
    pub words: &'static [&'static str],
    pub wrap: fn(&[u8]) -> Vec<u8>,
    /// Of the State the files speak of.
    pub state: &'static str,
    /// Read by a library that may ask for all memory.
    pub needs_child: bool,
}

pub fn importers() -> Vec<Importer> {
    let of = |name, seeds, words, wrap| Importer {
        name,
        seeds,
        words,
        wrap,
        state: "SVN",
        needs_child: false,
    };
    vec![
        of(
            "matrix",
            vec![matrix()],
            MARKUP,
            word as fn(&[u8]) -> Vec<u8>,
        ),
        of("report", vec![report(), typed_report()], REPORTS, word),
        of(
            "addendum",
            vec![addendum(), addendum_table()],
            REPORTS,
            word,
        ),
        of(
            "upr-info-csv",
            vec![UPR_INFO.into(), SEMICOLONS.into()],
            TEXTS,
            <[u8]>::to_vec,
        ),
        of(
            "uhri-json",
            vec![UHRI.into(), UHRI_LINES.into()],
            JSON,
            <[u8]>::to_vec,
        ),
        of(
            "spreadsheet-xml",
            vec![book().into_bytes()],
            MARKUP,
            <[u8]>::to_vec,
        ),
        Importer {
            state: "XUP",
            ..of("upright-json", vec![own()], JSON, <[u8]>::to_vec)
        },
        Importer {
            name: "xlsx",
            seeds: vec![upr_info_sheet(), uhri_sheet()],
            words: MARKUP,
            wrap: excel,
            state: "SVN",
            needs_child: true,
        },
    ]
}

const MARKUP: &[&str] = &[
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:p>",
    "</w:p>",
    "<w:r><w:t>",
    "</w:t></w:r>",
    "<w:del>",
    "</w:del>",
    "<w:vMerge/>",
    "<w:gridSpan w:val=\"3\"/>",
    "&amp;",
    "&#0;",
    "&x;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<!DOCTYPE x>",
    "<Row>",
    "<Cell>",
    "<Data>",
    "ss:Index=\"3\"",
    "<c r=\"B2\" t=\"s\">",
    "<v>",
    "Theme: ",
    "SDGs:",
    "Affected persons:",
    "115.1 ",
    " (Chile)",
    "(Peru, Spain)",
    "Supported",
    "Noted",
];
const REPORTS: &[&str] = &[
    "115.",
    "115.1 ",
    "(a) ",
    "1) ",
    " (Chile);",
    "(Bolivia (Plurinational State of))",
    "recommendations ",
    "enjoy the support of ",
    "noted ",
    "will be examined ",
    "not accepted ",
    "115.1-115.4",
    "115.1, 115.2 and ",
    "; ",
    ". ",
    ": ",
    "A/HRC/59/15",
    "/Add.1",
    "<w:b/>",
    "<w:numPr>",
    "<w:numId w:val=\"3\"/>",
    "<w:ilvl w:val=\"1\"/>",
    "<w:lvl w:ilvl=\"0\">",
    "<w:lvlText w:val=\"%1.%2\"/>",
    "<w:start w:val=\"9\"/>",
    "<w:pStyle w:val=\"R\"/>",
    "</w:t></w:r></w:p><w:p><w:r><w:t>",
    "<w:tbl><w:tr><w:tc>",
    "</w:tc></w:tr></w:tbl>",
    "II. Conclusions and/or recommendations",
    "Annex",
    "Voluntary pledges",
];
const TEXTS: &[&str] = &[
    ",",
    ";",
    "\t",
    "\"",
    "\"\"",
    "\r",
    "\n",
    "\r\n",
    "Morocco",
    "Slovenia",
    "Accepted",
    "Noted",
    "5",
    "&#40;",
    "&nbsp;",
    "<p>",
    "Voluntary Pledge",
    "\u{feff}",
];
const JSON: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "null",
    "true",
    "1e999",
    "\\u0000",
    "\\ud800",
    "\"Text\":",
    "\"Countries\":",
    "\"- UPR\"",
    "\"- CRC\"",
    "Slovenia",
    "\\n- ",
    "\"UprPositions\":",
    "\"Themes\":",
    "136.1 ",
];

fn joined(parts: &[&str]) -> Vec<u8> {
    parts.join(APART).into_bytes()
}

fn apart(input: &[u8]) -> Vec<&[u8]> {
    let mark = APART.as_bytes();
    let mut parts = Vec::new();
    let mut rest = input;
    while let Some(at) = rest.windows(mark.len()).position(|window| window == mark) {
        parts.push(&rest[..at]);
        rest = &rest[at + mark.len()..];
    }
    parts.push(rest);
    parts
}

fn word(input: &[u8]) -> Vec<u8> {
    let names = [
        "word/document.xml",
        "word/header1.xml",
        "word/styles.xml",
        "word/numbering.xml",
    ];
    let parts: Vec<(&str, &[u8])> = names.into_iter().zip(apart(input)).collect();
    archive(&parts)
}

fn excel(input: &[u8]) -> Vec<u8> {
    let parts = apart(input);
    let text = |at: usize| {
        let part = parts.get(at).copied().unwrap_or_default();
        String::from_utf8_lossy(part).into_owned()
    };
    workbook(&text(0), &text(1))
}

fn parts_of(file: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut parts = Vec::new();
    for name in [
        "word/document.xml",
        "word/header1.xml",
        "word/styles.xml",
        "word/numbering.xml",
    ] {
        let mut text = String::new();
        if let Ok(mut part) = archive.by_name(name) {
            std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        }
        parts.push(text);
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    joined(&parts)
}

fn matrix() -> Vec<u8> {
    let themes = "- Right to health\nSDGs:\n- 16.2 - End abuse\nAffected persons:\n- Children";
    let rows = [
        row(&[
            "Recommendation",
            "Position",
            "Full list of themes",
            "Comments",
        ]),
        kit::docx::heading(4, "Theme: Right to health"),
        row(&[
            "115.1 Adopt a law (Chile) (Peru);\nSource of Position: A/HRC/59/15/Add.1 - Para.3",
            "Supported",
            themes,
            "",
        ]),
        row(&["115.2 Repeal it (Spain);", "Noted", themes, "x"]),
    ];
    let header = wrapped(
        "hdr",
        &paragraph("UPR of Slovenia (4th Cycle \u{2013} 48th session)"),
    );
    let main = wrapped("document", &format!("<w:body>{}</w:body>", table(&rows)));
    joined(&[&main, &header])
}

fn first_page() -> String {
    [
        paragraph("Report of the Working Group on the Universal Periodic Review"),
        paragraph("Slovenia*"),
        bold("II. Conclusions and/or recommendations"),
    ]
    .concat()
}

fn report() -> Vec<u8> {
    let (definition, own) = list(
        3,
        &[
            ("decimal", "%1.", 115),
            ("decimal", "%1.%2", 1),
            ("lowerLetter", "(%3)", 1),
        ],
    );
    let body = [
        first_page(),
        listed(
            3,
            0,
            "The recommendations below enjoy the support of Slovenia:",
        ),
        listed(3, 1, "Ratify it (Chile);"),
        listed(3, 2, "in whole;"),
        bold("Rights of the child"),
        listed(
            3,
            0,
            "The following recommendations will be examined by Slovenia:",
        ),
        listed(3, 1, "Adopt it (Peru, Spain)."),
        styled("R", "Train them (Chad)."),
    ];
    let styles = "<w:style w:styleId=\"R\"><w:basedOn w:val=\"N\"/><w:pPr><w:numPr><w:numId w:val=\"3\"/>\
        </w:numPr></w:pPr><w:rPr><w:b w:val=\"0\"/></w:rPr></w:style>";
    parts_of(&document_with_lists(
        "A/HRC/59/15",
        &body.concat(),
        styles,
        &(definition + &own),
    ))
}

fn typed_report() -> Vec<u8> {
    let body = [
        first_page(),
        paragraph("115. The recommendations below have been noted by Slovenia:"),
        paragraph(
            "115.1 Ratify it (Bolivia (Plurinational State of)) (Iran (Islamic Republic of));",
        ),
        paragraph("(a) Adopt it (Atlantis);"),
        paragraph("115.2 Adopt measures to:"),
        paragraph("train judges (Chile)"),
        bold("III. Voluntary pledges"),
        paragraph("117. Slovenia will adopt a plan."),
    ];
    parts_of(&document_with_lists("A/HRC/59/15", &body.concat(), "", ""))
}

fn addendum_page() -> String {
    paragraph("Views on conclusions and/or recommendations") + &paragraph("Slovenia")
}

fn addendum() -> Vec<u8> {
    let body = [
        addendum_page(),
        paragraph(
            "2. Recommendations 115.1\u{2013}115.3, 115.7 and 116.1 are accepted; 116.2 is noted.",
        ),
        bold("A. Recommendations that enjoy the support of Slovenia"),
        paragraph("115.4 Ratify it (Chile);"),
        paragraph("It will be ratified."),
        paragraph("115.5: Noted. The law does not allow it."),
        paragraph("All remaining recommendations are noted."),
    ];
    parts_of(&document_with_lists(
        "A/HRC/59/15/Add.1",
        &body.concat(),
        "",
        "",
    ))
}

fn addendum_table() -> Vec<u8> {
    let rows = [
        row(&["Recommendation", "Position", "Comments"]),
        row(&["115.1 Support it (Chile)", "Accepted", "In force."]),
        row(&[
            "115.2 and 115.3",
            "Partially accepted. The rest needs a law.",
            "",
        ]),
    ];
    let ticked = [
        row(&["No.", "Supported", "Noted"]),
        row(&["116.1", "x", ""]),
    ];
    let body = addendum_page() + &table(&rows) + &table(&ticked);
    parts_of(&document_with_lists("A/HRC/59/15/Add.1", &body, "", ""))
}

const UPR_INFO: &str = "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session\r\
    Slovenia,EEG,EU,\"Ratify &#40;it&#41;, now\",Chile,GRULAC,OAS,Accepted,5,\"Justice,Women's rights\",7\r\
    Slovenia,EEG,EU,Ratify it,St Vincent & the Grenadines,GRULAC,,Noted,1,Justice,7\r";
const SEMICOLONS: &str = "SuR;Rgrp;Org;Recommendation;RS;Rgrp;Org;Response;Action;Issue;Session\n\
    Slovenia;EEG;EU;Adopt\u{a0}it;Slovenia;EEG;EU;Voluntary Pledge;;Other;20\n\
    Slovenia;EEG;EU;\"Adopt\nit\";Peru;GRULAC;OAS;Accepted;4;Women;20\n";

const UHRI: &str = "[{\"AnnotationId\":\"a1\",\"AnnotationType\":\"- Recommendations\",\"Body\":\"- UPR\",\
    \"Countries\":[\"Slovenia\"],\"Regions\":[],\"DocumentId\":\"d\",\"Symbol\":\"A/HRC/59/15\",\
    \"PublicationDate\":\"2025-03-01T00:00:00\",\"Text\":\"115.1 Ratify&nbsp;it (Chile)\",\"Themes\":[\"Health\"],\
    \"AffectedPersons\":[\"Children\"],\"Sdgs\":[\"16.2 - Protect children\"],\"UprCycle\":\"4\",\
    \"UprPositions\":[\"Supported\"],\"UprRecommendingCountry\":[\"Chile\"],\"UprSession\":[\"48\"]},\
    {\"AnnotationId\":\"a2\",\"AnnotationType\":\"- Concerns/Observations\",\"Body\":\"- CRC\",\
    \"Countries\":[\"Slovenia\",\"Chile\"],\"Symbol\":\"CRC/C/SVN/CO/5\",\"Text\":\"49.The Committee is concerned\"}]";
const UHRI_LINES: &str = "{\"AnnotationId\":\"a3\",\"Body\":\"- CAT\",\"Countries\":[\"Slovenia\"],\
    \"Symbol\":\"CAT/C/SVN/CO/4\",\"Text\":\"12. (a) Adopt it\"}\n{\"AnnotationId\":\"a4\",\"Countries\":[\"Slovenia\"]}\n";

/// A small plan as Upright gives it out itself.
fn own() -> Vec<u8> {
    let mut sample = kit::sample::Sample::new();
    sample.change(|tx| {
        let new = NewRecommendation {
            mechanism: "UPR".to_owned(),
            cycle: Some(4),
            document: Some("A/HRC/59/15".to_owned()),
            paragraph: Some("115.1".to_owned()),
            text: "Ratify it".to_owned(),
            recommending_states: vec!["CHL".to_owned()],
            position: Some("SUP".to_owned()),
            ..NewRecommendation::default()
        };
        add_recommendation(tx, &new)
    });
    kit::own::out(&sample.dossier, ExportFormat::Json)
}

fn book() -> String {
    let cells = |texts: &[&str]| -> String {
        let cell = |text: &&str| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>");
        texts.iter().map(cell).collect()
    };
    let header = [
        "SuR",
        "Rgrp",
        "Org",
        "Recommendation",
        "RS",
        "Rgrp",
        "Org",
        "Response",
        "Action",
        "Issue",
        "Session",
    ];
    let first = [
        "Slovenia",
        "",
        "",
        "Ratify it",
        "Chad",
        "",
        "",
        "Accepted",
        "5",
        "Justice",
        "7",
    ];
    format!(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"a\"><Table>\
         <Row>{}</Row><Row ss:Index=\"4\">{}</Row></Table></Worksheet></Workbook>",
        cells(&header),
        cells(&first)
    )
}

fn sheet_of(rows: &[&[&str]]) -> Vec<u8> {
    let mut strings = String::new();
    let mut cells = String::new();
    let mut count = 0;
    for (number, row) in (1..).zip(rows) {
        cells += &format!("<row r=\"{number}\">");
        for (column, text) in ('A'..).zip(*row) {
            cells += &format!("<c r=\"{column}{number}\" t=\"s\"><v>{count}</v></c>");
            strings += &format!("<si><t>{text}</t></si>");
            count += 1;
        }
        cells += "</row>";
    }
    let strings = format!("<sst {MAIN} count=\"{count}\" uniqueCount=\"{count}\">{strings}</sst>");
    joined(&[&sheet("A1:K3", &cells), &strings])
}

fn upr_info_sheet() -> Vec<u8> {
    sheet_of(&[
        &[
            "SuR",
            "Rgrp",
            "Org",
            "Recommendation",
            "RS",
            "Rgrp",
            "Org",
            "Response",
            "Action",
            "Issue",
            "Session",
        ],
        &[
            "Slovenia",
            "EEG",
            "EU",
            "Ratify it",
            "Chile",
            "GRULAC",
            "OAS",
            "Accepted",
            "5",
            "Justice",
            "7",
        ],
        &[
            "Slovenia",
            "EEG",
            "EU",
            "Ratify it",
            "Peru",
            "GRULAC",
            "OAS",
            "Noted",
            "5",
            "Justice",
            "7",
        ],
    ])
}

fn uhri_sheet() -> Vec<u8> {
    sheet_of(&[
        &[
            "Text",
            "Countries Concerned",
            "Reccomending Body",
            "Document Symbol",
            "Themes",
            "Affected Persons",
            "Sdgs",
            "Document Publication Date",
            "UPR Reccomending States",
            "UPR Position",
            "Type",
            "OHCHR Annotation Id",
        ],
        &[
            "115.1 Ratify it",
            "- Slovenia",
            "- UPR",
            "A/HRC/59/15",
            "- Health\n- Food",
            "- Children",
            "- 16.2 - a",
            "45000",
            "- Chile",
            "- Supported",
            "- Recommendations",
            "a1",
        ],
    ])
}
