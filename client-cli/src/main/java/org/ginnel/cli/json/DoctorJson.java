// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.json;

import java.util.List;
import java.util.Map;
import org.ginnel.control.Finding;
import org.ginnel.control.Finding.Verdict;
import org.jspecify.annotations.Nullable;

/// What the doctor found, as `docs/doctor.schema.json` describes it.
public final class DoctorJson {
    private DoctorJson() {}

    public static Map<String, @Nullable Object> of(List<Finding> findings) {
        return new Fields()
                .with("schema", 1)
                .with("healthy", findings.stream().noneMatch(f -> f.verdict() == Verdict.FAILED))
                .with("findings", findings.stream().map(DoctorJson::finding).toList())
                .map();
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        return new Fields()
                .with("check", finding.check())
                .with("verdict", Fields.tag(finding.verdict().name()))
                .with("detail", finding.detail())
                .with("advice", finding.advice())
                .map();
    }
}
