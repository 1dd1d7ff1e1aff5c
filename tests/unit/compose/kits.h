// The data most tests of compose share.
#pragma once

#include <string>
#include <vector>

namespace skabelon::test {

inline const std::string municipality =
    "<municipality id=\"syd\" kind=\"municipality\"><name>Syd Kommune</name></municipality>";

/// An organisation with a contact of each name; `inside` stands before them.
inline std::string organisation(const std::string& id, const std::vector<std::string>& contacts = {},
                                const std::string& inside = "") {
  std::string text = "<organisation id=\"" + id + "\" kind=\"association\"><name>Forening " + id + "</name>" + inside;
  for (const std::string& name : contacts)
    text += "<contact><name>" + name +
            "</name><title>kontaktperson</title><phone>+45 10 20 30 40</phone><email>k@example.org</email></contact>";
  return text + "</organisation>";
}

inline std::string agreement(const std::string& meetings_a_year, const std::string& inside = "") {
  return "<agreement starts=\"2026-03-01\" evaluation=\"2027-02-01\" notice-months=\"3\">"
         "<details channel=\"post\" keep-weeks=\"4\"/>"
         "<meetings a-year=\"" +
         meetings_a_year + "\" called-by=\"authority\" minutes-by=\"organisation\">" + inside +
         "</meetings></agreement>";
}

}  // namespace skabelon::test
