// SPDX-License-Identifier: Apache-2.0
package org.ginnel.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Holds what `docs/benchmarks.md` says of choosing. `-Dtest.jvm.extra=-Dginnel.figures=true` prints the figures.
class ChoiceSimulationTest {
    private static final long SEED = 20_261_129;

    @Test
    void aStranger_findsTheBestOf500_with30Probes() {
        var figures = shown("knows nothing", ChoiceSimulation.strangers(150, SEED));

        assertThat(figures.mostProbes()).isLessThanOrEqualTo(ProbePlan.MOST_PROBES);
        assertThat(figures.within(0.1)).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.regret(0.5)).isLessThanOrEqualTo(0.01);
        assertThat(figures.regret(0.95)).isLessThanOrEqualTo(0.1);
    }

    @Test
    void whileEverythingChanges_choicesStayNearTheBest_andSteady() {
        var figures = shown("lives there", ChoiceSimulation.residents(15, Duration.ofHours(5), SEED));

        assertThat(figures.mostProbes()).isLessThanOrEqualTo(ProbePlan.MOST_PROBES);
        assertThat(figures.regret(0.5)).isLessThanOrEqualTo(0.02);
        assertThat(figures.regret(0.95)).isLessThanOrEqualTo(0.3);
        assertThat(figures.within(0.1)).isGreaterThanOrEqualTo(0.85);
        assertThat(figures.dead()).isLessThanOrEqualTo(6);
        assertThat(figures.switchesPerHour()).isLessThanOrEqualTo(1);
        assertThat(figures.oraclesSwitchesPerHour())
                .as("the internet is no quiet one")
                .isGreaterThan(1.3 * figures.switchesPerHour());
    }

    @Test
    void aTraveller_isNotHeldByWhatHoldsAtHome() {
        var figures = shown("has travelled", ChoiceSimulation.travellers(60, SEED));

        assertThat(figures.mostProbes()).isLessThanOrEqualTo(ProbePlan.MOST_PROBES);
        assertThat(figures.within(0.1)).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void oneSeed_givesOneRun() {
        assertThat(ChoiceSimulation.strangers(5, SEED).toString())
                .isEqualTo(ChoiceSimulation.strangers(5, SEED).toString());
    }

    private static ChoiceSimulation.Figures shown(String who, ChoiceSimulation.Figures figures) {
        if (Boolean.getBoolean("ginnel.figures")) {
            System.out.println(who + " | " + figures);
        }
        return figures;
    }
}
