// SPDX-License-Identifier: Apache-2.0
/// What programs read: the documents of `docs/*.schema.json`, made by pure functions.
@NullMarked
package org.ginnel.cli.json;

import org.jspecify.annotations.NullMarked;
