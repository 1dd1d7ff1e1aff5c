// Law references grow old: those that nobody has looked at for a year.
#pragma once

#include "base/diagnostic.h"
#include "model/data.h"
#include "model/request.h"

namespace skabelon {

/// A warning for each <law> whose `checked` day lies more than twelve months before `today`, and for each that says
/// it is still to be verified.
void check_laws(const Data& data, Date today, Sink& sink);

}  // namespace skabelon
