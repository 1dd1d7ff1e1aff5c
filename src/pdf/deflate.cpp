// Bytes -> the zlib form that /FlateDecode reads.
#include "pdf/deflate.h"

#include <libdeflate.h>

#include <memory>

#include "base/diagnostic.h"

namespace skabelon::pdf {
namespace {

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

using Compressor = std::unique_ptr<libdeflate_compressor, FreeCompressor>;

/// A compressor is large tables and not to be shared: one a thread.
libdeflate_compressor* compressor(Effort effort) {
  thread_local Compressor quick;
  thread_local Compressor thorough;
  Compressor& wanted = effort == Effort::quick ? quick : thorough;
  if (!wanted) wanted.reset(libdeflate_alloc_compressor(effort == Effort::quick ? 1 : 9));
  if (!wanted) throw Error(Error::Kind::machine, "libdeflate: out of memory");
  return wanted.get();
}

}  // namespace

std::string deflated(std::string_view bytes, Effort effort) {
  libdeflate_compressor* const tables = compressor(effort);
  std::string out(libdeflate_zlib_compress_bound(tables, bytes.size()), '\0');
  const std::size_t size = libdeflate_zlib_compress(tables, bytes.data(), bytes.size(), out.data(), out.size());
  if (size == 0) throw Error(Error::Kind::machine, "libdeflate: cannot compress");
  out.resize(size);
  return out;
}

}  // namespace skabelon::pdf
