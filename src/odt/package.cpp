// Parts -> the bytes of a zip file that are the same on every machine.
#include "odt/package.h"

#include <zip.h>

#include <cstring>
#include <map>
#include <mutex>

#include "base/diagnostic.h"
#include "odt/xml.h"

namespace skabelon::odt {
namespace {

constexpr const char* media_type = "application/vnd.oasis.opendocument.text";
constexpr zip_uint16_t dos_date = 0x21;  // 1980-01-01: the zip format's zero
constexpr zip_uint32_t level = 9;

[[noreturn]] void fail(const char* what, zip_error_t* error) {
  throw Error(Error::Kind::machine, std::string("libzip: ") + what + ": " + zip_error_strerror(error));
}

/// A zip archive that grows in memory.
class Archive {
 public:
  Archive() {
    zip_error_init(&error_);
    target_ = zip_source_buffer_create(nullptr, 0, 0, &error_);
    if (target_ == nullptr) fail("no memory", &error_);
    zip_source_keep(target_);
    zip_ = zip_open_from_source(target_, ZIP_TRUNCATE, &error_);
    if (zip_ == nullptr) {
      zip_source_free(target_);
      zip_source_free(target_);
      fail("cannot open an archive in memory", &error_);
    }
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() {
    if (zip_ != nullptr) zip_discard(zip_);
    zip_source_free(target_);
    zip_error_fini(&error_);
  }

  /// `bytes` must live until finish().
  void add(const char* name, const std::string& bytes, bool stored) {
    zip_source_t* source = zip_source_buffer(zip_, bytes.data(), bytes.size(), 0);
    const zip_uint64_t index = add(name, source);
    const bool compressed =
        zip_set_file_compression(zip_, index, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, stored ? 0 : level) == 0;
    if (!compressed) fail(name, zip_get_error(zip_));
  }

  zip_uint64_t add(const char* name, zip_source_t* source) {
    if (source == nullptr) fail(name, zip_get_error(zip_));
    const zip_int64_t index = zip_file_add(zip_, name, source, ZIP_FL_ENC_GUESS);
    if (index < 0) {
      zip_source_free(source);
      fail(name, zip_get_error(zip_));
    }
    const auto entry = static_cast<zip_uint64_t>(index);
    if (zip_file_set_dostime(zip_, entry, 0, dos_date, 0) != 0 ||
        zip_file_set_external_attributes(zip_, entry, 0, ZIP_OPSYS_DOS, 0) != 0) {
      fail(name, zip_get_error(zip_));
    }
    return entry;
  }

  zip_t* handle() { return zip_; }

  std::string finish() {
    if (zip_close(zip_) != 0) fail("cannot write the archive", zip_get_error(zip_));
    zip_ = nullptr;
    zip_stat_t status;
    if (zip_source_open(target_) != 0 || zip_source_stat(target_, &status) != 0) {
      fail("cannot read the archive back", zip_source_error(target_));
    }
    std::string bytes(status.size, '\0');
    const zip_int64_t read = zip_source_read(target_, bytes.data(), bytes.size());
    zip_source_close(target_);
    if (read < 0 || static_cast<zip_uint64_t>(read) != bytes.size()) fail("cannot read the archive back", &error_);
    return bytes;
  }

 private:
  zip_error_t error_{};
  zip_source_t* target_ = nullptr;
  zip_t* zip_ = nullptr;
};

/// A file's raw deflate stream with what a zip directory says of it.
struct Deflated {
  std::string bytes;
  zip_uint64_t size = 0;
  zip_uint32_t crc = 0;
};

Deflated deflate(const std::string& bytes) {
  Archive archive;
  archive.add("font", bytes, false);
  const std::string packed = archive.finish();

  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(packed.data(), packed.size(), 0, &error);
  zip_t* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr) {
    if (source != nullptr) zip_source_free(source);
    fail("cannot reopen a font", &error);
  }
  const std::unique_ptr<zip_t, void (*)(zip_t*)> closer(zip, zip_discard);
  zip_stat_t status;
  if (zip_stat_index(zip, 0, 0, &status) != 0) fail("cannot reopen a font", zip_get_error(zip));
  Deflated result{std::string(status.comp_size, '\0'), status.size, status.crc};
  zip_file_t* file = zip_fopen_index(zip, 0, ZIP_FL_COMPRESSED);
  if (file == nullptr) fail("cannot reopen a font", zip_get_error(zip));
  const zip_int64_t read = zip_fread(file, result.bytes.data(), result.bytes.size());
  zip_fclose(file);
  if (read < 0 || static_cast<std::size_t>(read) != result.bytes.size()) fail("cannot reopen a font", &error);
  return result;
}

/// Compressing two Ethiopic fonts takes longer than all the rest of a document: it is done once a process.
std::shared_ptr<const Deflated> deflated_font(const Font& font) {
  static std::mutex mutex;
  static std::map<std::uint32_t, std::shared_ptr<const Deflated>> cache;
  const std::lock_guard lock(mutex);
  auto& entry = cache[font.id];
  if (!entry) entry = std::make_shared<const Deflated>(deflate(*font.bytes));
  return entry;
}

/// Reads a Deflated as a source whose data are compressed already; libzip then copies them as they are.
struct Reader {
  std::shared_ptr<const Deflated> data;
  std::size_t offset = 0;
  zip_error_t error{};
};

zip_int64_t read_deflated(void* state, void* buffer, zip_uint64_t length, zip_source_cmd_t command) {
  auto* reader = static_cast<Reader*>(state);
  const std::string& bytes = reader->data->bytes;
  switch (command) {
    case ZIP_SOURCE_OPEN:
      reader->offset = 0;
      return 0;
    case ZIP_SOURCE_READ: {
      const std::size_t count = std::min<std::size_t>(length, bytes.size() - reader->offset);
      std::memcpy(buffer, bytes.data() + reader->offset, count);
      reader->offset += count;
      return static_cast<zip_int64_t>(count);
    }
    case ZIP_SOURCE_CLOSE:
      return 0;
    case ZIP_SOURCE_STAT: {
      auto* status = static_cast<zip_stat_t*>(buffer);
      zip_stat_init(status);
      status->size = reader->data->size;
      status->comp_size = bytes.size();
      status->comp_method = ZIP_CM_DEFLATE;
      status->crc = reader->data->crc;
      status->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
      return sizeof(zip_stat_t);
    }
    case ZIP_SOURCE_ERROR:
      return zip_error_to_data(&reader->error, buffer, length);
    case ZIP_SOURCE_FREE:
      delete reader;
      return 0;
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                            ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    default:
      zip_error_set(&reader->error, ZIP_ER_OPNOTSUPP, 0);
      return -1;
  }
}

void add_font(Archive& archive, const Part& part) {
  auto reader = std::make_unique<Reader>();
  reader->data = deflated_font(*part.font);
  zip_source_t* source = zip_source_function(archive.handle(), read_deflated, reader.get());
  if (source != nullptr) static_cast<void>(reader.release());  // ZIP_SOURCE_FREE deletes it
  archive.add(part.path.c_str(), source);
}

std::string manifest(const std::vector<Part>& parts) {
  pugi::xml_document document;
  pugi::xml_node top =
      add(document, "manifest:manifest",
          {{"xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"}, {"manifest:version", "1.3"}});
  add(top, "manifest:file-entry",
      {{"manifest:full-path", "/"}, {"manifest:version", "1.3"}, {"manifest:media-type", media_type}});
  for (const Part& part : parts) {
    add(top, "manifest:file-entry", {{"manifest:full-path", part.path}, {"manifest:media-type", part.media_type}});
  }
  return to_bytes(document);
}

}  // namespace

std::string pack(const std::vector<Part>& parts) {
  // ODF 1.3 part 2, 3.3: mimetype is the first file and neither compressed nor given an extra field.
  const std::string mimetype = media_type;
  const std::string manifest_bytes = manifest(parts);
  Archive archive;
  archive.add("mimetype", mimetype, true);
  for (const Part& part : parts) {
    if (part.font != nullptr) {
      add_font(archive, part);
    } else {
      archive.add(part.path.c_str(), part.bytes, part.stored);
    }
  }
  archive.add("META-INF/manifest.xml", manifest_bytes, false);
  return archive.finish();
}

}  // namespace skabelon::odt
