// SPDX-License-Identifier: Apache-2.0
/// Who the user is to an operator: API keys and tiers.
@NullMarked
package org.ginnel.account;

import org.jspecify.annotations.NullMarked;
