// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The bill of materials of a release: what the bills of its programs name and a package really has, and the Java that
/// it brings.
///
/// @param components in order of their names
record Bill(List<Component> components) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    Bill {
        components = List.copyOf(components);
    }

    /// Puts bills together.
    ///
    /// @param bills in CycloneDX's JSON, as the build makes one of each program
    /// @param jars names of those that the package has
    /// @param java that it brings
    /// @param added what it has besides
    static Bill of(Collection<byte[]> bills, Set<String> jars, JavaRelease java, List<Added> added) throws IOException {
        var components = new TreeMap<String, Component>();
        for (var bill : bills) {
            var read = JSON.readTree(bill);
            add(read.path("metadata").path("component"), components);
            read.path("components").forEach(component -> add(component, components));
        }
        components.values().removeIf(it -> !jars.contains(it.jar()) && !isLinked(it));
        var all = new ArrayList<>(components.values());
        all.add(java.component(JSON.createObjectNode()));
        added.forEach(part -> all.add(component(part)));
        return new Bill(all);
    }

    private static Component component(Added part) {
        var described = JSON.createObjectNode();
        described.put("type", "library").put("bom-ref", part.name()).put("name", part.name());
        described.put("version", part.version());
        described.putArray("licenses").addObject().put("expression", part.licence());
        return new Component(described);
    }

    /// JavaFX is a part of the runtime: the jars for this system, not those without code that stand for them.
    private static boolean isLinked(Component component) {
        return component.group().equals("org.openjfx") && component.url().contains("classifier=");
    }

    private static void add(JsonNode described, TreeMap<String, Component> components) {
        if (described instanceof ObjectNode object) {
            var component = new Component(object.deepCopy());
            components.putIfAbsent(component.name() + " " + component.url(), component);
        }
    }

    /// As CycloneDX 1.6 has it. The same components at the same time give the same text.
    String render(String version, Instant time) throws IOException {
        var bill = JSON.createObjectNode();
        bill.put("bomFormat", "CycloneDX").put("specVersion", "1.6");
        var list = JSON.createArrayNode();
        components.forEach(component -> list.add(component.described()));
        var identity = UUID.nameUUIDFromBytes((version + list).getBytes(StandardCharsets.UTF_8));
        bill.put("serialNumber", "urn:uuid:" + identity).put("version", 1);
        var about = bill.putObject("metadata").put("timestamp", time.toString());
        about.putObject("component")
                .put("type", "application")
                .put("bom-ref", "ginnel")
                .put("name", "ginnel")
                .put("version", version);
        bill.set("components", list);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(bill) + "\n";
    }
}
