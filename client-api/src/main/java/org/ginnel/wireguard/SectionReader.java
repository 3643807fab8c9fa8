// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ginnel.wireguard.ConfigLines.Section;
import org.ginnel.wireguard.ConfigLines.Setting;
import org.ginnel.wireguard.ConfigProblem.Reason;

/// The settings of one section by their names, whatever their case. Reports what stands there and should not.
final class SectionReader {
    /// Names that would run commands or change routing or marks behind our back, in the section of any name.
    private static final List<String> FORBIDDEN =
            List.of("PreUp", "PostUp", "PreDown", "PostDown", "Table", "SaveConfig", "FwMark");

    private final Map<String, List<Setting>> settings = new HashMap<>();
    private final int line;
    private final Problems problems;

    /// Reads the section.
    ///
    /// @param once names that may stand once
    /// @param repeated names that may stand any number of times
    SectionReader(Section section, List<String> once, List<String> repeated, Problems problems) {
        this.line = section.line();
        this.problems = problems;
        for (var setting : section.settings()) {
            var single = nameIn(once, setting);
            var repeatable = nameIn(repeated, setting);
            single.ifPresent(name -> keepOne(name, setting));
            repeatable.ifPresent(name -> keep(name, setting));
            if (single.isEmpty()
                    && repeatable.isEmpty()
                    && nameIn(FORBIDDEN, setting).isEmpty()) {
                problems.add(setting.line(), setting.key(), Reason.UNKNOWN_KEY);
            }
        }
    }

    private void keepOne(String name, Setting setting) {
        if (all(name).isEmpty()) {
            keep(name, setting);
        } else {
            problems.add(setting.line(), name, Reason.DUPLICATE_KEY);
        }
    }

    private void keep(String name, Setting setting) {
        settings.computeIfAbsent(name, k -> new ArrayList<>()).add(setting);
    }

    /// Reports the forbidden settings of a section of any name.
    static void refuseForbidden(Section section, Problems problems) {
        for (var setting : section.settings()) {
            nameIn(FORBIDDEN, setting).ifPresent(name -> problems.add(setting.line(), name, Reason.FORBIDDEN_KEY));
        }
    }

    private static Optional<String> nameIn(List<String> names, Setting setting) {
        return names.stream().filter(setting.key()::equalsIgnoreCase).findFirst();
    }

    /// All settings of that name.
    List<Setting> all(String name) {
        return settings.getOrDefault(name, List.of());
    }

    /// The value of that name, in the words of `wg`: without white space, and not empty.
    <T> Optional<T> value(String name, Reason reason, Function<String, Optional<T>> parse) {
        return all(name).stream().findFirst().flatMap(setting -> {
            var value = parse.apply(ConfigLines.compact(setting.value()));
            if (value.isEmpty()) {
                problems.add(setting.line(), name, reason);
            }
            return value;
        });
    }

    /// Reports that a name does not stand here.
    void require(String name) {
        if (all(name).isEmpty()) {
            problems.add(line, name, Reason.MISSING_KEY);
        }
    }

    /// Reports a problem of the first setting of that name.
    void refuse(String name, Reason reason) {
        all(name).stream().findFirst().ifPresent(setting -> problems.add(setting.line(), name, reason));
    }
}
