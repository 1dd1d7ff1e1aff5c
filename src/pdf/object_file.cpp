// Dictionaries and streams -> the bytes of a PDF file, by libharu's object layer.
#include "pdf/object_file.h"

#include <fmt/format.h>

#include "base/diagnostic.h"
#include "pdf/deflate.h"
#include "pdf/hash.h"

namespace skabelon::pdf {
namespace {

/// libharu calls this just before a dictionary's ">>". It is the one way to name a /Filter that libharu has not
/// applied itself, and many times as fast as its own entries.
HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream out) {
  const auto* entries = static_cast<const std::string*>(dictionary->attr);
  if (entries->empty()) return HPDF_OK;
  const HPDF_STATUS status = HPDF_Stream_Write(out, reinterpret_cast<const HPDF_BYTE*>(entries->data()),
                                               static_cast<HPDF_UINT>(entries->size()));
  return status == HPDF_OK ? HPDF_Stream_WriteChar(out, '\n') : status;
}

HPDF_STATUS append_bytes(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
  return HPDF_OK;
}

/// The trailer comes last: what identifies the file is all that has been written before it (14.4).
HPDF_STATUS write_trailer(HPDF_Dict trailer, HPDF_Stream out) {
  const std::string id = hash_hex(*static_cast<const std::string*>(out->attr));
  const HPDF_STATUS status = write_entries(trailer, out);
  return status == HPDF_OK ? HPDF_Stream_WriteStr(out, ("/ID [<" + id + "><" + id + ">]\n").c_str()) : status;
}

void attach(HPDF_Dict dictionary, std::string& entries) {
  dictionary->attr = &entries;
  dictionary->write_fn = write_entries;
}

}  // namespace

// No error handler: libharu must not call back into C++ that throws; every status is looked at instead.
ObjectFile::ObjectFile() {
  HPDF_Error_Init(&error_, nullptr);
  // Without a pool: libharu's gives out unaligned memory.
  memory_ = HPDF_MMgr_New(&error_, 0, nullptr, nullptr);
  if (memory_ == nullptr) fail();
  table_ = HPDF_Xref_New(memory_, 0);
  if (table_ == nullptr) {
    HPDF_MMgr_Free(memory_);
    fail();
  }
}

ObjectFile::~ObjectFile() {
  HPDF_Xref_Free(table_);
  HPDF_MMgr_Free(memory_);
}

void ObjectFile::fail() {
  throw Error(Error::Kind::machine, fmt::format("libharu: error {:#06x} ({})", error_.error_no, error_.detail_no));
}

void ObjectFile::check(HPDF_STATUS status) {
  if (status != HPDF_OK) fail();
}

Ref ObjectFile::adopt(HPDF_Dict dictionary, std::string entries) {
  const Ref ref{static_cast<std::uint32_t>(dictionary->header.obj_id & 0x00FFFFFFU)};
  entries_.resize(ref.number + std::size_t{1});
  entries_[ref.number] = std::make_unique<std::string>(std::move(entries));
  attach(dictionary, *entries_[ref.number]);
  return ref;
}

Ref ObjectFile::add(std::string entries) {
  HPDF_Dict dictionary = HPDF_Dict_New(memory_);
  if (dictionary == nullptr) fail();
  check(HPDF_Xref_Add(table_, dictionary));
  return adopt(dictionary, std::move(entries));
}

Ref ObjectFile::reserve() { return add({}); }

void ObjectFile::fill(Ref ref, std::string entries) { *entries_.at(ref.number) = std::move(entries); }

Ref ObjectFile::add_stream(std::string entries, std::string_view data, Packing packing) {
  std::string packed;
  if (packing == Packing::deflate) {
    packed = deflated(data, Effort::quick);
    data = packed;
  }
  if (packing != Packing::plain) entries += "/Filter/FlateDecode";
  HPDF_Dict stream = HPDF_DictStream_New(memory_, table_);
  if (stream == nullptr) fail();
  const Ref ref = adopt(stream, std::move(entries));
  check(HPDF_Stream_Write(stream->stream, reinterpret_cast<const HPDF_BYTE*>(data.data()),
                          static_cast<HPDF_UINT>(data.size())));
  return ref;
}

std::string ObjectFile::save(Ref catalog, Ref info) {
  Entries trailer;
  trailer.reference("Root", catalog).reference("Info", info);
  trailer_ = trailer.take();
  attach(table_->trailer, trailer_);
  table_->trailer->write_fn = write_trailer;

  std::string out;
  out.reserve(std::size_t{64} << 10U);
  HPDF_Stream writer = HPDF_CallbackWriter_New(memory_, append_bytes, &out);
  if (writer == nullptr) fail();
  // Four bytes above 127 mark the file as binary (7.5.2); ISO 19005-2, 6.1.2 demands them.
  HPDF_STATUS status = HPDF_Stream_WriteStr(writer, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
  if (status == HPDF_OK) status = HPDF_Xref_WriteToStream(table_, writer, nullptr);
  HPDF_Stream_Free(writer);
  check(status);
  return out;
}

}  // namespace skabelon::pdf
