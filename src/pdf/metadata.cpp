// What a document says about itself -> Info, XMP and output intent.
#include "pdf/metadata.h"

#include <algorithm>
#include <mutex>

#include "base/diagnostic.h"
#include "pdf/deflate.h"

namespace skabelon::pdf {
namespace {

constexpr std::string_view program = "Skabelon";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// "2026-03-01" -> "D:20260301000000Z".
std::string pdf_date(const std::string& date) {
  std::string out = "D:";
  std::copy_if(date.begin(), date.end(), std::back_inserter(out), [](char c) { return c != '-'; });
  return out + "000000Z";
}

constexpr std::string_view xmp_head =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n"
    "<dc:format>application/pdf</dc:format>\n";

/// ISO 19005-2, 6.6.2.3.3: a schema that XMP does not define must describe itself.
constexpr std::string_view xmp_tail =
    "</rdf:Description>\n"
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";

/// The profile is the same in every document of a run: compressed once a process.
const std::string& packed_profile(const std::string& profile) {
  struct Entry {
    std::string profile, packed;
  };
  static std::mutex mutex;
  static std::vector<std::unique_ptr<Entry>> known;
  const std::lock_guard lock(mutex);
  for (const auto& entry : known)
    if (entry->profile == profile) return entry->packed;
  known.push_back(std::make_unique<Entry>(Entry{profile, deflated(profile, Effort::thorough)}));
  return known.back()->packed;
}

}  // namespace

Ref write_info(ObjectFile& file, const Meta& meta) {
  Entries entries;
  entries.text("Title", meta.title);
  if (!meta.author.empty()) entries.text("Author", meta.author);
  entries.string("Creator", program).string("Producer", program);
  if (!meta.date.empty()) {
    const std::string date = pdf_date(meta.date);
    entries.string("CreationDate", date).string("ModDate", date);
  }
  return file.add(entries.take());
}

Ref write_xmp(ObjectFile& file, const Pages& pages) {
  const Meta& meta = pages.meta;
  std::string out(xmp_head);
  const auto put = [&](std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts) out += part;
  };
  put({"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", escaped(meta.title), "</rdf:li></rdf:Alt></dc:title>\n"});
  if (!meta.author.empty())
    put({"<dc:creator><rdf:Seq><rdf:li>", escaped(meta.author), "</rdf:li></rdf:Seq></dc:creator>\n"});
  if (!pages.languages.empty()) {
    out += "<dc:language><rdf:Bag>";
    for (const Language* language : pages.languages) put({"<rdf:li>", escaped(language->tag), "</rdf:li>"});
    out += "</rdf:Bag></dc:language>\n";
  }
  if (!meta.date.empty()) {
    const std::string date = escaped(meta.date) + "T00:00:00Z";
    put({"<xmp:CreateDate>", date, "</xmp:CreateDate><xmp:ModifyDate>", date, "</xmp:ModifyDate>\n"});
  }
  put({"<xmp:CreatorTool>", program, "</xmp:CreatorTool><pdf:Producer>", program, "</pdf:Producer>\n"});
  out += xmp_tail;
  Entries entries;
  entries.name("Type", "Metadata").name("Subtype", "XML");
  return file.add_stream(entries.take(), out, Packing::plain);
}

std::string output_intents(ObjectFile& file, const Meta& meta) {
  if (meta.color_profile == nullptr || meta.color_profile->empty())
    throw Error(Error::Kind::machine, "PDF/A needs a colour profile, and the document has none");
  Entries profile;
  profile.integer("N", 3);
  const Ref ref = file.add_stream(profile.take(), packed_profile(*meta.color_profile), Packing::deflated_before);
  std::string out =
      "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
      "/DestOutputProfile ";
  append_reference(out, ref);
  return out += ">>]";
}

}  // namespace skabelon::pdf
