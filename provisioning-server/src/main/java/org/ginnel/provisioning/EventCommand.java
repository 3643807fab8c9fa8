// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import picocli.CommandLine.Command;

/// `event`: a word in front of what can be done with events.
@Command(
        name = "event",
        description = "Events that webhooks are told.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class EventCommand {}
