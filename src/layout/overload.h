// One visitor out of several lambdas, for std::visit.
#pragma once

namespace skabelon {

template <class... Ts>
struct Overload : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overload(Ts...) -> Overload<Ts...>;

}  // namespace skabelon
