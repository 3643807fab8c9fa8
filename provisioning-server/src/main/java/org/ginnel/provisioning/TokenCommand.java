// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import picocli.CommandLine.Command;

/// `token`: a word in front of what can be done with tokens.
@Command(
        name = "token",
        description = "Access tokens, with scopes and an end.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TokenCommand {}
