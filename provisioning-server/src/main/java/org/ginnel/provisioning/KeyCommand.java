// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import picocli.CommandLine.Command;

/// `key`: a word in front of what can be done with keys.
@Command(name = "key", description = "API keys.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
final class KeyCommand {}
