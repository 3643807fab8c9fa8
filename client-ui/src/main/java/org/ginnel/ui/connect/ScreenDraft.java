// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.connect;

import java.util.List;
import java.util.Optional;
import org.ginnel.ui.connect.ConnectScreen.Control;
import org.ginnel.ui.connect.ConnectScreen.Fact;
import org.ginnel.ui.connect.ConnectScreen.Look;
import org.ginnel.ui.connect.ConnectScreen.Recent;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.text.Message;

/// A [ConnectScreen] in the making: what nobody adds is not shown.
final class ScreenDraft {
    private final Look look;
    private final Message title;
    private final Message detail;
    private final Control control;
    private int steps;
    private Optional<Message> countdown = Optional.empty();
    private List<Fact> facts = List.of();
    private Optional<Message> proof = Optional.empty();
    private Optional<Why> why = Optional.empty();
    private Optional<Flow> flow = Optional.empty();
    private String country = "";
    private Optional<Problem> problem = Optional.empty();
    private Optional<Details> details = Optional.empty();
    private Optional<Message> destination = Optional.empty();
    private List<Recent> recents = List.of();
    private Aside aside = Aside.NONE;

    ScreenDraft(Look look, Message title, Message detail, Control control) {
        this.look = look;
        this.title = title;
        this.detail = detail;
        this.control = control;
    }

    ScreenDraft steps(int taken) {
        steps = taken;
        return this;
    }

    ScreenDraft countdown(Message left) {
        countdown = Optional.of(left);
        return this;
    }

    ScreenDraft facts(List<Fact> rows) {
        facts = rows;
        return this;
    }

    ScreenDraft proof(Message line) {
        proof = Optional.of(line);
        return this;
    }

    ScreenDraft why(Why told) {
        why = Optional.of(told);
        return this;
    }

    ScreenDraft flow(Flow shown) {
        flow = Optional.of(shown);
        return this;
    }

    ScreenDraft country(String whose) {
        country = whose;
        return this;
    }

    ScreenDraft problem(Optional<Problem> told) {
        problem = told;
        return this;
    }

    /// Where there is a problem, there may be more to know of it.
    ScreenDraft detailsOfProblem(Details shown) {
        details = problem.map(_ -> shown);
        return this;
    }

    ScreenDraft details(Details shown) {
        details = Optional.of(shown);
        return this;
    }

    ScreenDraft destination(Message line) {
        destination = Optional.of(line);
        return this;
    }

    ScreenDraft recents(List<Recent> chips) {
        recents = chips;
        return this;
    }

    ScreenDraft aside(Aside choices) {
        aside = choices;
        return this;
    }

    /// @param notice as for [ConnectScreen]
    ConnectScreen done(Optional<Message> notice) {
        return new ConnectScreen(
                look,
                title,
                detail,
                country,
                steps,
                countdown,
                flow,
                facts,
                proof,
                why,
                problem,
                details,
                destination,
                recents,
                aside,
                control,
                notice);
    }
}
