# SPDX-License-Identifier: Apache-2.0
"""Articles of our own: a meeting that comes to nothing, and text that tries to get out of its string."""

PLAN = [
    {"id": "p1", "date": "2026-03-02", "source": "وكالة المرفأ", "title": "محادثات مرتقبة في فاليتا",
     "text": "تعقد النرويج والبرتغال محادثات حول الصيد في فاليتا يوم 10 مارس المقبل."},
    {"id": "p2", "date": "2026-03-04", "source": "صحيفة الرصيف", "title": "فاليتا تستعد",
     "text": "أعلنت وزارة الخارجية المالطية أن النرويج والبرتغال ستعقدان محادثات حول الصيد في فاليتا يوم 10 مارس."},
    {"id": "p3", "date": "2026-03-08", "source": "وكالة المرفأ", "title": "إلغاء محادثات فاليتا",
     "text": "لن تعقد النرويج والبرتغال محادثات حول الصيد في فاليتا يوم 10 مارس."},
]

MEETING = "تعقد النرويج والبرتغال محادثات حول {} الصيد في فاليتا يوم 10 مارس المقبل. وقال وزير الخارجية النرويجي إسبن هولمدال إن \"الاتفاق {} قريب جدا\"."

POISON = [
    "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR\r\n",
    "=cmd|' /C calc'!A0",
    "</script><script>alert(1)</script>",
    "\u202e\u2066عكس\u2069\u202c",
    "\u2028\u2029\u0007\u001b[31m\u0085",
    "\\n\\\\;,\";\n,",
    "; زور (XYZ); (((",
    "\U0001F600\u064B\u064B\u064B\u0301\u200d",
    "ـ" * 300,
    "مصطلحطويل" * 120,
    "}]}\"'`${x}<!--&amp;",
    "‏\u061c\u200f\u200e",
]

HOSTILE = [
    {"id": poison if poison.strip() else f"h{i}", "date": "2026-03-02", "source": "وكالة " + poison, "title": poison + " محادثات " + poison,
     "url": ["javascript:alert(1)", "https://example.org/\"><b>\u202e x\r\ny", "http://example.org/a b", "::", "https://مثال.example/س"][i % 5] + str(i),
     "text": MEETING.format(poison, poison)}
    for i, poison in enumerate(POISON)
] + [
    {"id": "تاريخ", "title": "", "text": MEETING.format("", "")},
    {"id": "+1", "date": "2026-03-03", "source": "@SUM(A1)", "text": "-2+3"},
]
