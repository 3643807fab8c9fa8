// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.devkit.Snapshots;
import org.ginnel.history.History;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.ScriptedDaemon;
import org.ginnel.ui.admission.Administrator.Answer;
import org.ginnel.ui.link.LinkState;
import org.junit.jupiter.api.Test;

class AdmissionViewModelTest {
    private static final LinkState BARRED = new LinkState.Live(Snapshots.loggedOut(), "ginneld", false, true);
    private static final String COMMAND = "sudo usermod -aG ginnel ann";

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final List<Consumer<Answer>> asked = new ArrayList<>();
    private final List<String> copied = new ArrayList<>();
    private final List<AdmissionScreen> screens = new ArrayList<>();
    private boolean askable = true;

    private final Administrator administrator = new Administrator() {
        @Override
        public boolean canBeAsked() {
            return askable;
        }

        @Override
        public void ask(Consumer<Answer> then) {
            asked.add(then);
        }
    };

    private AdmissionViewModel model = model("ann");

    private AdmissionViewModel model(String user) {
        return new AdmissionViewModel(daemon, administrator, user, copied::add, screens::add);
    }

    private AdmissionScreen screen() {
        return screens.getLast();
    }

    private void barred() {
        model.on(BARRED);
        daemon.refuse(new ErrorCause.NotPermitted());
    }

    private void mayNow() {
        daemon.answer(new Reply.Remembered(History.empty()));
    }

    @Test
    void whoMayChangeThings_isToldNothing_andNothingIsAsked() {
        model.on(new LinkState.Live(Snapshots.loggedOut(), "ginneld", true, true));
        model.on(new LinkState.Searching());

        assertThat(screens).isEmpty();
        assertThat(daemon.asked()).isEmpty();
    }

    @Test
    void whoMayOnlyLook_isOfferedToAsk_onceTheDaemonSaysSoToo() {
        model.on(BARRED);
        model.on(BARRED);
        assertThat(screens).isEmpty();
        assertThat(daemon.open()).containsExactly(new Request.GetHistory());

        daemon.refuse(new ErrorCause.NotPermitted());

        assertThat(screen()).isEqualTo(new AdmissionScreen(true, true, false, Optional.empty()));
    }

    @Test
    void whoWasAllowedSinceTheLinkWasMade_isToldNothing() {
        model.on(BARRED);
        mayNow();
        model.on(BARRED);

        assertThat(screens).isEmpty();
        assertThat(daemon.open()).isEmpty();
    }

    @Test
    void onceAllowed_theOfferGoes_asSoonAsTheDaemonAgrees() {
        barred();
        model.allow();
        model.allow();
        assertThat(screen().asking()).isTrue();
        assertThat(asked).hasSize(1);

        asked.getFirst().accept(Answer.ALLOWED);
        assertThat(screen().asking()).isTrue();
        mayNow();

        assertThat(screen()).isEqualTo(AdmissionScreen.HIDDEN);
    }

    @Test
    void whenTheDialogIsSentAway_theOfferStays() {
        barred();
        model.allow();
        asked.getFirst().accept(Answer.DISMISSED);

        assertThat(screen()).isEqualTo(new AdmissionScreen(true, true, false, Optional.empty()));
    }

    @Test
    void whenNobodyCanSaySo_theCommandIsTold() {
        barred();
        model.allow();
        asked.getFirst().accept(Answer.IMPOSSIBLE);
        assertThat(screen()).isEqualTo(new AdmissionScreen(true, true, false, Optional.of(COMMAND)));

        model.copy();
        assertThat(copied).containsExactly(COMMAND);
        model.lookAgain();
        daemon.refuse(new ErrorCause.NotPermitted());
        assertThat(screen().command()).contains(COMMAND);
        model.lookAgain();
        mayNow();
        assertThat(screen()).isEqualTo(AdmissionScreen.HIDDEN);
    }

    @Test
    void whenTheDaemonStillRefuses_theCommandIsTold() {
        barred();
        model.allow();
        asked.getFirst().accept(Answer.ALLOWED);
        daemon.refuse(new ErrorCause.NotPermitted());

        assertThat(screen().command()).contains(COMMAND);
    }

    @Test
    void withoutTheProgram_theCommandIsToldAtOnce() {
        askable = false;
        model = model("ann o'nymous");
        barred();

        assertThat(screen())
                .isEqualTo(new AdmissionScreen(true, false, false, Optional.of("sudo usermod -aG ginnel \"$USER\"")));
    }

    @Test
    void whenTheLinkIsGone_nothingIsTold_whateverTheAdministratorSays() {
        barred();
        model.allow();
        model.on(new LinkState.Searching());
        asked.getFirst().accept(Answer.DISMISSED);

        assertThat(screen()).isEqualTo(AdmissionScreen.HIDDEN);
    }
}
