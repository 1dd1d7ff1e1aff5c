// Words and fixtures -> Documents as compose would make them.
#include "unit/odt/sample.h"

#include <map>
#include <stdexcept>

#include "input/fonts.h"
#include "input/locale.h"
#include "input/style.h"

namespace skabelon::odt_sample {
namespace {

struct Words {
  const char *title, *lead, *purpose, *purpose_text, *meetings, *meetings_text, *call, *point_a, *point_b, *activity,
      *when, *party, *place, *signature, *page, *of, *name, *phone, *wish, *yes, *no, *notice;
};

const Words& words(const std::string& tag) {
  static const std::map<std::string, Words> all{
      {"da",
       {"Samarbejdsaftale",
        "Aftalen gælder samarbejdet om frivillige.",
        "Formål",
        "Aftalen fastlægger rammerne for samarbejdet mellem parterne om frivillige aktiviteter for børn og unge. "
        "Samarbejdet sker på grundlag af gensidig respekt og åbenhed.",
        "Møder",
        "Parterne mødes to gange om året og taler om samarbejdet, jf. punkt ",
        "Kontakt: ",
        "Alle kan foreslå punkter til dagsordenen.",
        "Kommunen skriver referat.",
        "Aktivitet",
        "Hvornår",
        "Kommunen",
        "Sted og dato",
        "Underskrift",
        "Side ",
        " af ",
        "Dit navn",
        "Dit telefonnummer",
        "Jeg vil gerne have en frivillig",
        "Ja",
        "Nej",
        "EKSEMPEL. Dette dokument er ikke en aftale."}},
      {"ar",
       {"اتفاقية تعاون",
        "تتعلق الاتفاقية بالتعاون بشأن المتطوعين.",
        "الغرض",
        "تحدد هذه الاتفاقية إطار التعاون بين الطرفين بشأن الأنشطة التطوعية للأطفال والشباب (من 3 إلى 17 سنة). يقوم "
        "التعاون على أساس الاحترام المتبادل والانفتاح.",
        "الاجتماعات",
        "يجتمع الطرفان مرتين في السنة للحديث عن التعاون، انظر البند ",
        "للاتصال: ",
        "يمكن للجميع اقتراح نقاط لجدول الأعمال.",
        "تكتب البلدية المحضر.",
        "النشاط",
        "متى",
        "البلدية",
        "المكان والتاريخ",
        "التوقيع",
        "صفحة ",
        " من ",
        "اسمك",
        "رقم هاتفك",
        "أرغب في متطوع",
        "نعم",
        "لا",
        "مثال. هذه الوثيقة ليست اتفاقية."}},
      {"fa",
       {"موافقت‌نامهٔ همکاری",
        "این موافقت‌نامه دربارهٔ همکاری داوطلبان است.",
        "هدف",
        "این موافقت‌نامه چارچوب همکاری میان طرفین دربارهٔ "
        "فعالیت‌های "
        "داوطلبانه "
        "برای "
        "کودکان "
        "و "
        "جوانان "
        "(3 "
        "تا "
        "17 "
        "سال) "
        "را تعیین می‌کند. همکاری بر پایهٔ احترام متقابل و شفافیت است.",
        "جلسه‌ها",
        "طرفین سالی دو بار دیدار می‌کنند و دربارهٔ همکاری گفت‌وگو "
        "می‌کنند، "
        "نگاه "
        "کنید "
        "به "
        "بند ",
        "تماس: ",
        "همه می‌توانند موضوع پیشنهاد کنند.",
        "شهرداری صورت‌جلسه می‌نویسد.",
        "فعالیت",
        "زمان",
        "شهرداری",
        "مکان و تاریخ",
        "امضا",
        "صفحهٔ ",
        " از ",
        "نام شما",
        "شمارهٔ تلفن شما",
        "من یک داوطلب می‌خواهم",
        "بله",
        "نه",
        "نمونه. این سند یک موافقت‌نامه نیست."}},
      {"ti",
       {"ናይ ምትሕብባር ስምምዕ",
        "እዚ ስምምዕ ብዛዕባ ምትሕብባር ወለንተኛታት እዩ።",
        "ዕላማ",
        "እዚ ስምምዕ ንናይ ክልቲኦም ወገናት ምትሕብባር ኣብ ወለንታዊ ንጥፈታት ንህጻናትን መንእሰያትን (3–17 ዓመት) ዝምልከት እዩ። እቲ ምትሕብባር ኣብ ሓድሕዳዊ ምክብባርን "
        "ግልጽነትን ዝተመስረተ እዩ።",
        "ኣኼባታት",
        "ክልቲኦም ወገናት ኣብ ዓመት ክልተ ግዜ ይራኸቡ፣ ዓንቀጽ ርአ ",
        "ርክብ፦ ",
        "ኩሉ ሰብ ሓሳብ ከቕርብ ይኽእል።",
        "ምምሕዳር ከተማ ቃለ ጉባኤ ይጽሕፍ።",
        "ንጥፈት",
        "መዓስ",
        "ምምሕዳር ከተማ",
        "ቦታን ዕለትን",
        "ፌርማ",
        "ገጽ ",
        " ካብ ",
        "ስምካ",
        "ቁጽሪ ተለፎንካ",
        "ወለንተኛ እደሊ",
        "እወ",
        "ኣይፋል",
        "ኣብነት። እዚ ሰነድ ስምምዕ ኣይኮነን።"}}};
  return all.at(tag);
}

Inline plain(const std::string& words) {
  Inline item;
  item.content = Text{words};
  return item;
}

Block block(const Language& language, decltype(Block::content) content, const std::string& style = {}) {
  Block result;
  result.content = std::move(content);
  result.language = &language;
  result.style = style;
  return result;
}

Blocks both(const Language& reader, const char* Words::*word, const std::string& style) {
  Blocks result{paragraph(reader, text(words(reader.tag).*word), style)};
  const Language& da = house().da;
  if (&reader != &da) result.push_back(paragraph(da, text(words("da").*word), "gloss"));
  return result;
}

TableCell cell(const Language& language, const std::string& text_of_cell, const std::string& style) {
  TableCell result;
  result.blocks.push_back(paragraph(language, text(text_of_cell), style));
  return result;
}

Signatures signatures(const Language& language) {
  const Words& w = words(language.tag);
  Signatures all;
  for (const char* name : {"Syd Kommune", "Røde Kors Syd"}) {
    SignatureParty party;
    party.role = name;
    party.who = {paragraph(language, text(w.party), "signature-party"),
                 paragraph(language, {value("name", name, false, &house().da)}, "signature-name")};
    party.line_labels = {{paragraph(language, text(w.place), "signature-label")},
                         {paragraph(language, text(w.signature), "signature-label")}};
    all.parties.push_back(std::move(party));
  }
  return all;
}

void run(Document& document) {
  const Words& w = words(document.language->tag);
  document.running.header = text(document.meta.title);
  document.running.logo = picture();
  document.running.logo_alternative = "Logo";
  document.running.footer_start = text("agreement/rk-syd, 0a1b2c3d");
  Inline page, count;
  page.content = PageNumber{};
  count.content = PageCount{};
  document.running.footer_end = {plain(w.page), page, plain(w.of), count};
}

Field field(const Language& language, const char* Words::*label, Field::Kind kind, int width,
            const std::string& number) {
  Field result;
  result.id = result.name = "field-" + number;
  result.kind = kind;
  result.width = width;
  result.number = number;
  result.label = both(language, label, "label");
  return result;
}

}  // namespace

const Language& House::language(const std::string& tag) const {
  for (const Language* one : {&da, &en, &ar, &fa, &ti}) {
    if (one->tag == tag) return *one;
  }
  throw std::out_of_range(tag);
}

const House& house() {
  static const House result = [] {
    House made;
    const DiskFiles files(SKABELON_ROOT);
    Sources sources;
    Sink sink(sources);
    made.fonts = load_fonts(files, sources, sink, &made.profile);
    const MemoryFiles looks({{"templates/style.xml", files.read("tests/support/style.xml", Files::default_limit)}});
    made.style = load_style(looks, made.fonts, sources, sink).standard;
    made.da = load_language(files, "da", sources, sink);
    made.en = load_language(files, "en", sources, sink);
    made.ar = load_language(files, "ar", sources, sink);
    made.fa = load_language(files, "fa", sources, sink);
    made.ti = load_language(files, "ti", sources, sink);
    if (sink.has_errors()) throw std::runtime_error(to_text(sink.diagnostics(), sources));
    return made;
  }();
  return result;
}

Inlines text(const std::string& words_of_it) { return {plain(words_of_it)}; }

Inline value(const std::string& field_name, const std::string& words_of_it, bool fixed, const Language* language) {
  Inline item;
  item.content = Value{field_name, words_of_it, fixed};
  item.language = language;
  return item;
}

Block paragraph(const Language& language, Inlines inlines, const std::string& style, const std::string& label) {
  Block result = block(language, Paragraph{std::move(inlines)}, style);
  result.label = label;
  return result;
}

Block heading(const Language& language, int level, const std::string& words_of_it) {
  return block(language, Heading{level, text(words_of_it)},
               level == 1 ? "title" : "heading-" + std::to_string(level - 1));
}

Block clause(const Language& language, const std::string& id, const std::string& label, Blocks blocks) {
  Block result = block(language, Clause{"test", false, std::move(blocks)});
  result.id = id;
  result.label = label;
  return result;
}

Document document(const Language& language, const std::string& title) {
  Document result;
  result.meta = {title, "Syd Kommune", "cooperation-agreement", "0a1b2c3d", "2026-03-01", nullptr};
  result.language = &language;
  result.languages = {&language};
  result.style = &house().style;
  return result;
}

PictureRef picture() {
  static const PictureRef one = [] {
    auto made = std::make_shared<Picture>();
    made->width = 3;
    made->height = 1;
    made->rgb = std::string(9, '\x40');
    // A PNG of 3 x 1 pixels of one blue.
    const unsigned char png[] = {
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
        0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x94, 0x82, 0x83, 0xE3, 0x00, 0x00, 0x00,
        0x0D, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0x70, 0x48, 0x68, 0x80, 0x20, 0x00, 0x10, 0x2A, 0x03, 0x61,
        0xB6, 0x51, 0x2A, 0x4E, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    };
    made->file.assign(reinterpret_cast<const char*>(png), sizeof png);
    made->path = "logo.png";
    return PictureRef(made);
  }();
  return one;
}

Document agreement(const std::string& tag, bool cover) {
  const House& h = house();
  const Language& l = h.language(tag);
  const Words& w = words(tag);
  Document d = document(l, w.title);
  if (tag != "da") d.languages.push_back(&h.da);
  d.number_column = true;
  run(d);
  const Block notice = block(l, Box{{paragraph(l, text(w.notice), "notice")}}, "notice");
  if (cover) {
    d.blocks.push_back(notice);
    d.blocks.push_back(
        block(l, Cover{{block(l, Heading{1, text(w.title)}, "cover-title"), paragraph(l, text(w.lead), "cover-text"),
                        paragraph(l, text("01.03.2026"), "cover-foot")}}));
    d.blocks.push_back(block(l, Heading{2, text(w.page)}, "heading-1"));
    d.blocks.push_back(block(l, Toc{1}));
    d.blocks.push_back(block(l, PageBreak{}));
  } else {
    d.blocks.push_back(notice);
    d.blocks.push_back(heading(l, 1, w.title));
    d.blocks.push_back(paragraph(l, text(w.lead), "subtitle"));
  }
  d.blocks.push_back(clause(l, "purpose", "1",
                            {heading(l, 2, w.purpose), paragraph(l, text(w.purpose_text), "body", "1.1"),
                             paragraph(l, text(w.purpose_text))}));
  Inline ref;
  ref.content = Ref{"purpose", Ref::Show::number, "1"};
  Inlines meets = text(w.meetings_text);
  meets.push_back(ref);
  meets.push_back(plain("."));
  Inline strong = plain("Røde Kors Syd (RK)");
  strong.style = "strong";
  strong.language = &h.da;
  Inline link = plain("www.example.org");
  link.link = "https://www.example.org/";
  link.style = "link";
  Inlines contact = text(w.call);
  contact.push_back(value("phone", "+45 72 20 30 40", true));
  contact.push_back(plain(", "));
  contact.push_back(strong);
  contact.push_back(plain(", "));
  contact.push_back(link);
  contact.push_back(plain("."));
  List bullets{List::Kind::bullet, {}}, letters{List::Kind::letter, {}}, checks{List::Kind::checklist, {}};
  for (const char* point : {w.point_a, w.point_b}) {
    bullets.items.push_back({"", "•", {paragraph(l, text(point))}, {}});
    letters.items.push_back({"", letters.items.empty() ? "a)" : "b)", {paragraph(l, text(point))}, {}});
    checks.items.push_back({"", "", {paragraph(l, text(point))}, {}});
  }
  Table table;
  table.columns = {{2, Align::start}, {1, Align::end}};
  table.header_rows = 1;
  table.rows = {{{cell(l, w.activity, "table-head"), cell(l, w.when, "table-head")}, {}},
                {{cell(l, w.point_a, "table-cell"), cell(l, "01.03.2026", "table-cell")}, {}},
                {{cell(l, w.point_b, "table-cell"), cell(l, "14:30", "table-cell")}, {}}};
  d.blocks.push_back(clause(l, "meetings", "2",
                            {heading(l, 2, w.meetings), paragraph(l, meets, "body", "2.1"),
                             paragraph(l, contact, "body", "2.2"), block(l, bullets), block(l, letters),
                             block(l, checks), block(l, table), paragraph(l, text(w.lead), "body", "2.3")}));
  d.blocks.push_back(block(l, Box{{heading(l, 3, w.activity), paragraph(l, text(w.purpose_text))}}, "case"));
  d.blocks.push_back(block(l, Box{{paragraph(l, text(w.point_a)), block(l, checks)}}, "tint"));
  d.blocks.push_back(clause(l, "signatures", "3", {heading(l, 2, w.signature), block(l, signatures(l))}));
  return d;
}

Document consent_form(const std::string& tag) {
  const House& h = house();
  const Language& l = h.language(tag);
  const Words& w = words(tag);
  Document d = document(l, w.title);
  if (tag != "da") d.languages.push_back(&h.da);
  run(d);
  const auto stacked = [&](Block first, Block second) {
    Parallel parallel;
    parallel.rows.push_back({{std::move(first)}, {std::move(second)}});
    return tag == "da" ? parallel.rows[0][0][0] : block(l, parallel);
  };
  const Words& danish = words("da");
  d.blocks.push_back(stacked(heading(l, 1, w.title), block(h.da, Heading{1, text(danish.title)}, "gloss")));
  d.blocks.push_back(
      stacked(paragraph(l, text(w.purpose_text), "form-body"), paragraph(h.da, text(danish.purpose_text), "gloss")));
  d.blocks.push_back(block(l, FieldRow{{field(l, &Words::name, Field::Kind::line, 12, "1")}}));
  Field digits = field(l, &Words::phone, Field::Kind::digits, 6, "2");
  digits.digits = 8;
  Field known = field(l, &Words::name, Field::Kind::line, 6, "3");
  known.value = {value("contact", "Anna Prøve", false, &h.da)};
  d.blocks.push_back(block(l, FieldRow{{digits, known}}));
  Field choice = field(l, &Words::wish, Field::Kind::choice, 12, "4");
  choice.options = {{"yes", both(l, &Words::yes, "option")}, {"no", both(l, &Words::no, "option")}};
  choice.hint = both(l, &Words::lead, "hint");
  d.blocks.push_back(block(l, FieldRow{{choice}}));
  d.blocks.push_back(block(l, FieldRow{{field(l, &Words::lead, Field::Kind::check, 6, "5"),
                                        field(l, &Words::point_a, Field::Kind::check, 6, "6")}}));
  d.blocks.push_back(block(l, FieldRow{{field(l, &Words::lead, Field::Kind::area, 12, "7")}}));
  d.blocks.push_back(
      stacked(paragraph(l, text(w.lead), "required-statement"), paragraph(h.da, text(danish.lead), "gloss")));
  d.blocks.push_back(block(l, signatures(l)));
  d.blocks.push_back(block(l, CutLine{}));
  d.blocks.push_back(block(l, Box{both(l, &Words::lead, "body")}, "strip"));
  return d;
}

}  // namespace skabelon::odt_sample
