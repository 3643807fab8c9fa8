// SPDX-License-Identifier: Apache-2.0
/// API keys of the legacy format, and the secret they are made with.
@NullMarked
package org.ginnel.provisioning.key;

import org.jspecify.annotations.NullMarked;
