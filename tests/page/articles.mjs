// SPDX-License-Identifier: Apache-2.0
// Articles for the tests: those of examples/, hostile ones, and as many as wanted, made of sentences
// written for this. The same number always gives the same articles.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const EXAMPLES = new URL("../../examples/articles/", import.meta.url).pathname;

export function examples() {
    return readdirSync(EXAMPLES)
        .filter((name) => name.endsWith(".json"))
        .sort()
        .map((name) => JSON.parse(readFileSync(join(EXAMPLES, name), "utf8")));
}

/** What came before what, against what, what a clip shows and what was leaked. */
export const context = {
    id: "context",
    date: "2026-03-07",
    title: "وفد النرويج في فاليتا",
    text: "وصل وفد النرويج إلى فاليتا قبيل المفاوضات مع البرتغال. وانطلقت المحادثات في ظل توتر متزايد بين البلدين. ونشرت وزارة الخارجية النرويجية مقطع فيديو يظهر طائرة الوفد. وسربت صحيفة المرفأ أمس مسودة الاتفاق.",
};

const LONG = "م".repeat(10_000);

/** What a text must never do: run, turn the page around, break its layout, end an element. */
export const hostile = [
    {
        id: "<script>alert(1)</script>",
        date: "2026-03-04",
        source: '"><img src=x onerror=alert(2)>',
        url: "javascript:alert(3)",
        title: "<script>alert('عنوان')</script> التقى وزير الخارجية النرويجي إسبن هولمدال نظيره المالطي في أوسلو",
        text: 'قال وزير الخارجية النرويجي إسبن هولمدال: «<img src=x onerror=alert(4)> لن نقبل الاتفاق». </p><iframe src="http://example.invalid/"></iframe>\n</textarea></style><style>body{display:none}</style> والتقى هولمدال وزير الخارجية المالطي أنطون زاميت في أوسلو أمس.',
    },
    {
        id: "bidi",
        date: "2026-03-05",
        source: "\u202Eقلب\u202C",
        title: "\u202Eالتقى الوزير النرويجي إسبن هولمدال \u2066وزيرة البرتغال\u2069",
        text: "\u202D\u202E\u202Bوقال هولمدال إن \u2067بلاده ترفض\u2069 الاتفاق\u202C.\u0000\u0007 ثم غادر أوسلو.\u200F\u200E",
    },
    {
        id: "long",
        date: "2026-03-06",
        source: LONG,
        title: `وصل ${LONG} إلى فاليتا`,
        text: `قال وزير الخارجية النرويجي ${LONG} إن بلاده ترفض الاتفاق مع البرتغال. ${"ه".repeat(10_000)}`,
    },
    {
        id: "signs",
        date: "2026-03-07",
        source: "رموز 😀",
        title: "😀😀 زار الوزير النرويجي إسبن هولمدال لشبونة",
        text: "😀 والتقى هولمدال 👩‍👩‍👧 وزيرة الزراعة البرتغالية لويزا كاربينتو في لشبونة.\r\n\r\nوقال: «😀 سنوقع الاتفاق غدا».",
    },
    {
        id: "../../etc/passwd?id=1&x=%00#/talks",
        date: "2026-03-08",
        title: "بحث الوزيران الاتفاق",
        text: "بحث وزير الخارجية النرويجي إسبن هولمدال مع نظيره المالطي الاتفاق.",
    },
    { id: "__proto__", date: "2026-03-09", title: "toString", text: "أعلنت النرويج رفضها الاتفاق." },
];

const FIRST = ["سامر", "ليلى", "باسم", "رنا", "هاني", "ميسون", "زياد", "دلال", "عصام", "نهى", "طارق", "سهام"];
const LAST = [
    "الراوي",
    "النجدي",
    "الصافي",
    "العمري",
    "الحلواني",
    "البغدادي",
    "الشهابي",
    "القاسمي",
    "المقدسي",
    "الزهراوي",
    "الأسمر",
];
const STATES = [
    ["مصر", "المصري", "القاهرة"],
    ["الأردن", "الأردني", "عمّان"],
    ["تركيا", "التركي", "أنقرة"],
    ["إيران", "الإيراني", "طهران"],
    ["فرنسا", "الفرنسي", "باريس"],
    ["العراق", "العراقي", "بغداد"],
    ["المغرب", "المغربي", "الرباط"],
    ["قطر", "القطري", "الدوحة"],
    ["الهند", "الهندي", "نيودلهي"],
    ["كندا", "الكندي", "أوتاوا"],
];
const MATTERS = [
    "المياه",
    "التجارة",
    "الطيران المدني",
    "تبادل الأسرى",
    "الحدود البحرية",
    "الكهرباء",
    "الصيد",
    "النقل البري",
];
const OUTLETS = ["وكالة المرفأ", "صحيفة الرصيف", "قناة الأفق", "موقع بر وبحر", "وكالة السهوب"];

function dice(seed) {
    let state = seed;
    return (list) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return list[Math.floor((state / 4294967296) * list.length)];
    };
}

function dayOf(number) {
    return new Date(Date.UTC(2025, 0, 1) + (number % 400) * 86_400_000).toISOString().slice(0, 10);
}

function generated(number) {
    const pick = dice(number * 7919 + 17);
    const [state, nisba, capital] = pick(STATES);
    const [other, otherNisba] = pick(STATES.filter(([name]) => name !== state));
    const minister = `${pick(FIRST)} ${pick(LAST)}`;
    const guest = `${pick(FIRST)} ${pick(LAST)}`;
    const matter = pick(MATTERS);
    return {
        id: `made-${number}`,
        date: dayOf(number),
        source: pick(OUTLETS),
        title: `محادثات بين ${state} و${other} في ${capital} حول ${matter}`,
        text:
            `عقد وزير الخارجية ${nisba} ${minister} اليوم في ${capital} محادثات مع نظيره ${otherNisba} ${guest} بشأن ${matter}.\n` +
            `وقال ${minister} إن بلاده «مستعدة لتوقيع الاتفاق إذا وافقت ${other} على المراقبة».\n` +
            `ومن المقرر أن تعقد الجولة المقبلة الأسبوع المقبل. واتهم ${guest} أطرافا لم يسمها بعرقلة الاتفاق، وأعرب عن أمله في انفراجة قريبة.`,
    };
}

export function made(count) {
    return Array.from({ length: count }, (_, number) => generated(number));
}
