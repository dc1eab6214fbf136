# SPDX-License-Identifier: Apache-2.0
"""Where annotated corpora part by their books, not over a fact of the sentence.

Every corpus of Universal Dependencies keeps its own book for the Arabic words of grammar, and none is more right than another: the same هذا is DET in
PADT and PRON in IAHLT. RULES say which tags are one there. A rule names the words it is about, or what has to be seen of them; `docs/accuracy.md` tells
what each is good for and how many words it excuses.
"""
import re

MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
FOLD = str.maketrans("أإآٱىةؤئ", "اااايهوي")


def words(text):
    return frozenset(MARKS.sub("", w).translate(FOLD) for w in text.split())


POINTING = words("هذا هذه ذلك تلك هذان هذين هاتان هاتين هؤلاء أولئك ذاك ذا الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي اللائي "
                 "ما من ماذا مهما أي أية أيا")
OPENING = words("أن إن كأن لأن لكن كي لكي إذا إذ لو لولا لما عندما حينما حيث كما فيما بينما بعدما قبلما حالما طالما كلما ريثما سواء ألا أما إما "
                "بما مما حين كيف متى أين")
JOINING = words("و ف أو أم بل ثم لكن إما أما")
VERBAL = words("س سوف قد لقد هل أ لم لن لا ما ليس ليست ليسوا يا أيها أيتها نعم كلا إلا")
QUANTITY = words("كل جميع كافة معظم بعض أغلب سائر كلا كلتا كلي أي أية أحد إحدى عدة بضع بضعة نصف ربع ثلث غالبية أغلبية أكثر أقل شتى مختلف عديد "
                 "بقية مجموع ذات ذو ذي ذا آخر أخرى كلها كامل شبه منتصف غير سوى نفس")
NOUNLIKE = words("قبل بعد تحت فوق أمام خلف وراء بين حول حوالي نحو دون بدون مثل أمثال خلال أثناء ضد مع عند لدى منذ وسط داخل خارج جنوب شمال شرق غرب "
                 "جنوبي شمالي شرقي غربي حسب بحسب وفق عبر رغم طوال طيلة قرب قرابة حيال تجاه إزاء ضمن مقابل عقب غداة إبان نتيجة غير سوى عدا حين قيد "
                 "صوب بعيد قبيل قبالة فور باستثناء بيد جراء بفضل نظير أسفل أعلى إثر")
NUMBERS = words("واحد واحدة أحد إحدى اثنان اثنين أول أولى ثان ثاني ثانية ثالث ثالثة رابع رابعة خامس خامسة سادس سادسة سابع سابعة ثامن ثامنة تاسع "
                "تاسعة عاشر عاشرة عشر عشرة ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثماني ثمانية تسع تسعة عشرون عشرين ثلاثون ثلاثين "
                "أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئات مئتين مئتي ألف آلاف ألفين ألفي مليون "
                "ملايين مليوني مليار مليارات مليارين عشرات نصف ربع ثلث ثلثي ثلثا")
DAYS = words("السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة يناير فبراير مارس أبريل إبريل نيسان مايو أيار يونيو يونيه حزيران يوليو يوليه "
             "تموز أغسطس آب سبتمبر أيلول أكتوبر تشرين نوفمبر ديسمبر كانون شباط آذار محرم صفر رجب شعبان رمضان شوال")
KINSHIP = words("أبو أبي أبا بن ابن بنت عبد آل أم بني السيد السيدة الشيخ الدكتور")

RELATION = re.compile("(ي|يه|يون|يين|يات|يا)$")
ELATIVE = re.compile("^(ال)?ا..?.$")


def attributive(case):
    """A noun stands before: what follows it is an attribute or a genitive, and the corpora agree on which."""
    return case.before in ("NOUN", "PROPN", "ADJ", "NUM", "X")


def nominal_adjective(case):
    """A participle, an adjective of relation or an elative that no noun precedes: adjective by form, noun by place."""
    formed = "Part" in case.features or RELATION.search(case.word) or ELATIVE.match(case.word)
    return bool(formed) and not attributive(case)


def part_of_name(case):
    """A word of the dictionary in a name of several words (مجلس الأمن): by its own class, or all of a name alike."""
    named = "PROPN" in (case.before, case.after)
    return case.known and case.want == "PROPN" and named


class Case:
    """One word of which the tags differ: folded letters, both tags, the annotated tags around it, what our reading tells."""

    def __init__(self, word, want, got, around, features, known):
        self.word, self.want, self.got = MARKS.sub("", word).translate(FOLD), want, got
        self.before, self.after = around
        self.features, self.known = features, known


def listed(words_of_rule):
    return lambda case: case.word in words_of_rule or (case.word.startswith("ال") and case.word[2:] in words_of_rule)


# name, the tags that are one, and of which words
RULES = [
    ("pointing", {"DET", "PRON", "SCONJ"}, listed(POINTING)),
    ("opening", {"SCONJ", "ADP", "PART", "CCONJ", "ADV"}, listed(OPENING)),
    ("joining", {"CCONJ", "PART"}, listed(JOINING)),
    ("auxiliary", {"VERB", "AUX"}, lambda case: True),
    ("verbal", {"AUX", "PART", "ADV", "INTJ"}, listed(VERBAL)),
    ("quantity", {"DET", "NOUN", "PRON", "ADJ", "NUM", "PART", "ADP"}, listed(QUANTITY)),
    ("nounlike", {"ADP", "NOUN", "ADV"}, listed(NOUNLIKE)),
    ("adverbial", {"ADV", "NOUN"}, lambda case: True),
    ("adverbial", {"ADV", "ADJ"}, lambda case: True),
    ("number", {"NUM", "ADJ", "NOUN"}, lambda case: listed(NUMBERS)(case) or case.word.isdigit()),
    ("days", {"NOUN", "PROPN"}, listed(DAYS)),
    ("kinship", {"NOUN", "PROPN", "X"}, listed(KINSHIP)),
    ("name", {"PROPN", "NOUN", "ADJ"}, part_of_name),
    ("participle", {"ADJ", "NOUN"}, nominal_adjective),
    ("letter", {"X", "NOUN", "PROPN", "SYM", "PUNCT"}, lambda case: len(case.word) == 1),
    ("sign", {"SYM", "PUNCT"}, lambda case: True),
]


def excuse(case):
    """The rule by which both tags of a word are right, or None."""
    for name, tags, holds in RULES:
        if case.want in tags and case.got in tags and holds(case):
            return name
    return None
