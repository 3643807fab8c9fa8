// SPDX-License-Identifier: Apache-2.0
/// The calls of the wire contract, section 1 and the agents' surface, without a web framework.
@NullMarked
package org.ginnel.provisioning.api;

import org.jspecify.annotations.NullMarked;
