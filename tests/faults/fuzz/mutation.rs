//! Changes of a file: bytes, words of its kind, pieces taken out, doubled, or put in from another file.

use kit::chance::Chance;

/// Numbers that stand at the edges of what programs expect.
const NUMBERS: [&str; 10] = [
    "0",
    "-1",
    "1",
    "9",
    "63",
    "255",
    "65536",
    "4294967295",
    "18446744073709551616",
    "1e308",
];

/// Changes `input` in one place or several.
pub fn change(input: &mut Vec<u8>, pool: &[Vec<u8>], words: &[&str], chance: &mut Chance) {
    for _ in 0..=chance.below(3) {
        let place = chance.below(input.len() + 1);
        match chance.below(9) {
            0 => flip(input, place, chance),
            1 => put_in(input, place, chance.pick(words).as_bytes()),
            2 => put_in(
                input,
                place,
                chance.pick(words).repeat(1 + chance.below(40)).as_bytes(),
            ),
            3 => {
                let end = (place + chance.below(200)).min(input.len());
                input.drain(place..end);
            }
            4 => {
                let end = (place + chance.below(400)).min(input.len());
                let piece = input[place..end].repeat(1 + chance.below(4));
                put_in(input, place, &piece);
            }
            5 => {
                let other = chance.pick(pool);
                let from = chance.below(other.len() + 1);
                let end = (from + chance.below(600)).min(other.len());
                put_in(input, place, &other[from..end]);
            }
            6 => number(input, place, chance),
            7 => {
                let letters = [
                    "\u{ad}",
                    "\u{202e}",
                    "\u{130}",
                    "\u{fb03}",
                    "\u{1f1f8}",
                    "\0",
                    "\u{feff}",
                    "(",
                    ")",
                ];
                put_in(input, place, chance.pick(&letters).as_bytes());
            }
            _ if chance.in_hundred(20) => input.truncate(place),
            _ => flip(input, place, chance),
        }
    }
}

fn flip(input: &mut [u8], place: usize, chance: &mut Chance) {
    if let Some(byte) = input.get_mut(place) {
        *byte = u8::try_from(chance.below(256)).unwrap();
    }
}

fn put_in(input: &mut Vec<u8>, place: usize, piece: &[u8]) {
    input.splice(place..place, piece.iter().copied());
}

/// Another number in the place of the next one.
fn number(input: &mut Vec<u8>, place: usize, chance: &mut Chance) {
    let behind = input.get(place..).unwrap_or_default();
    let Some(start) = behind.iter().position(u8::is_ascii_digit) else {
        return;
    };
    let start = place + start;
    let length = input[start..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let other = chance.pick(&NUMBERS).bytes();
    input.splice(start..start + length, other);
}
