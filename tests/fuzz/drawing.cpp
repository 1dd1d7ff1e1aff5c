// Bytes as an SVG file -> what reads drawings, and the leaflet that shows them.
#include "fuzz/ground.h"
#include "input/svg.h"

namespace skabelon::fuzz {

void run(const std::string& bytes, Sources& sources, Sink& sink) {
  Ground& base = ground();
  const PictureRef drawing = read_drawing(bytes, "pictures/drawing.svg", sources, sink);
  if (drawing == nullptr) {
    if (!sink.has_errors()) fail("a drawing is refused without a word");
    return;
  }
  std::map<std::string, PictureRef> pictures = base.catalog.pictures;
  for (auto& [source, picture] : pictures) picture = drawing;
  std::map<std::string, Template> leaflet{{"leaflet", base.catalog.templates.at("leaflet")}};
  const Instead drawn(base.catalog.pictures, pictures);
  const Instead templates(base.catalog.templates, leaflet);
  render(base.catalog, base.kit, bytes.size(), sources);
}

}  // namespace skabelon::fuzz
