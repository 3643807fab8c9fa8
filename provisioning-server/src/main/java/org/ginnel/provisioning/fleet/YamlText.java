// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML 1.2, of which JSON is a part, as a tree of maps, lists, texts and numbers. What a list of servers
/// never needs is refused before anything is built from it: anchors and aliases, tags, deep nesting, several
/// documents, a name twice.
final class YamlText {
    private static final int DEEPEST = 16;
    private static final int MOST_PARTS = 1_000_000;
    private static final int LONGEST_SCALAR = 4096;

    private final LoadSettings settings = LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(FleetFile.MAX_BYTES)
            .build();

    /// @param text at most [FleetFile#MAX_BYTES]
    JsonNode parse(String text) throws FleetFileException {
        try {
            look(text);
            return new ObjectMapper().valueToTree(new Load(settings).loadFromString(text));
        } catch (MarkedYamlEngineException e) {
            throw refused("not YAML"
                    + e.getProblemMark()
                            .map(mark -> " from line " + (mark.getLine() + 1) + " on")
                            .orElse(""));
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw refused("not YAML that can be taken: a name stands twice, or the file is too long");
        }
    }

    private void look(String text) throws FleetFileException {
        var depth = 0;
        var parts = 0;
        var documents = 0;
        for (var event : new Parse(settings).parseString(text)) {
            refuseReferences(event);
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            documents += event.getEventId() == Event.ID.DocumentStart ? 1 : 0;
            if (++parts > MOST_PARTS || depth > DEEPEST || documents > 1) {
                throw refused(
                        documents > 1 ? "there are several documents in it; one is enough" : "it is nested too deeply");
            }
        }
    }

    private static void refuseReferences(Event event) throws FleetFileException {
        var line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw refused("line " + line + " has an anchor or an alias (& or *): write it out instead");
        }
        var tagged = (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof CollectionStartEvent start
                        && start.getTag().isPresent());
        if (tagged) {
            throw refused("line " + line + " has a tag (!): write the value without it");
        }
        if (event instanceof ScalarEvent scalar && scalar.getValue().length() > LONGEST_SCALAR) {
            throw refused("line " + line + " has a text of more than " + LONGEST_SCALAR + " characters");
        }
    }

    private static FleetFileException refused(String why) {
        return new FleetFileException(List.of(why));
    }
}
