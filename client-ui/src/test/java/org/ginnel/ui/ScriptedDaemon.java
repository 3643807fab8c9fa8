// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.devkit.Snapshots;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.link.Daemon;

/// Keeps every request until the test answers it.
public final class ScriptedDaemon implements Daemon {
    private final List<Question> open = new ArrayList<>();
    private final List<Request> asked = new ArrayList<>();

    private record Question(Request request, Consumer<Outcome> then) {}

    @Override
    public Asked ask(Request request, Consumer<Outcome> then) {
        var question = new Question(request, then);
        asked.add(request);
        open.add(question);
        return () -> open.remove(question);
    }

    /// Everything asked so far.
    public List<Request> asked() {
        return List.copyOf(asked);
    }

    /// What is asked and neither answered nor called off.
    public List<Request> open() {
        return open.stream().map(Question::request).toList();
    }

    /// Answers the oldest open question.
    public void answer(Reply reply) {
        open.removeFirst().then().accept(new Outcome.Answered(reply));
    }

    /// Answers the oldest open question with success.
    public void done() {
        answer(new Reply.Done(Snapshots.loggedIn()));
    }

    /// Answers the oldest open question of that kind.
    public void answer(Class<? extends Request> kind, Reply reply) {
        var question = open.stream()
                .filter(q -> kind.isInstance(q.request()))
                .findFirst()
                .orElseThrow();
        open.remove(question);
        question.then().accept(new Outcome.Answered(reply));
    }

    /// Refuses the oldest open question.
    public void refuse(ErrorCause cause) {
        open.removeFirst().then().accept(new Outcome.Refused(cause));
    }

    /// Refuses the oldest open question of that kind.
    public void refuse(Class<? extends Request> kind, ErrorCause cause) {
        var question = open.stream()
                .filter(q -> kind.isInstance(q.request()))
                .findFirst()
                .orElseThrow();
        open.remove(question);
        question.then().accept(new Outcome.Refused(cause));
    }
}
