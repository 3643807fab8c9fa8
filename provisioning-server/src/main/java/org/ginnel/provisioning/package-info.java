// SPDX-License-Identifier: Apache-2.0
/// ginnel-provisioning: the API an operator hosts.
@NullMarked
package org.ginnel.provisioning;

import org.jspecify.annotations.NullMarked;
