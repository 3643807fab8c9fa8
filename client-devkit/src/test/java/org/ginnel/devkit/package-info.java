// SPDX-License-Identifier: Apache-2.0
/// The fakes kept to the contracts they fake.
@NullMarked
package org.ginnel.devkit;

import org.jspecify.annotations.NullMarked;
