// SPDX-License-Identifier: Apache-2.0
package org.ginnel.account;

/// The account the daemon is logged in to, as clients may see it. Carries no key.
///
/// @param apiUrl where the operator's API lives, without a trailing slash
/// @param keyHint the first characters of the key ([ApiKey#hint()])
/// @param tier what the key is entitled to
public record Account(String apiUrl, String keyHint, Tier tier) {}
