// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.ginnel.cli.text.Printable.fit;

import java.io.IOException;
import java.util.Optional;
import org.ginnel.account.Account;
import org.ginnel.account.ApiKey;
import org.ginnel.cli.grammar.Asked;
import org.ginnel.cli.grammar.Option;
import org.ginnel.cli.grammar.Usage;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.tunnel.ErrorCause;

/// `ginnel login`: hands a key to the daemon, which keeps it when the operator accepts it.
final class LoginCommand implements Command {
    @Override
    public Usage usage() {
        return Usage.of(
                        "login",
                        "Logs in with an API key.",
                        "Without KEY it asks for the key without showing it, or reads it from a pipe. Prefer that: a key",
                        "on the command line stays in the shell's history and is seen by every process while it runs.")
                .withWord("KEY", "The key that your operator gave you; better left out.")
                .with(Option.valued(
                        "--api",
                        "URL",
                        "The operator's API, such as https://vpn.example.com; default: GINNEL_API, else that of the last"
                                + " login."));
    }

    @Override
    public ExitCode run(Asked.Run asked, Session session) throws Failure {
        try (var daemon = session.open()) {
            var before = daemon.status();
            if (!daemon.welcome().mayChange()) {
                throw Failure.of(new ErrorCause.NotPermitted(), before);
            }
            var api = apiUrl(asked, session, before.account());
            var key = key(asked, session);
            var after = daemon.login(key, api);
            after.account().ifPresent(account -> welcome(account, session));
            return ExitCode.OK;
        }
    }

    private static void welcome(Account account, Session session) {
        var tier = account.tier();
        session.print("Logged in at " + account.apiUrl() + " with the tier " + fit(tier.name(), 40) + ".");
        session.print("Next: `ginnel connect` takes the fastest server, `ginnel servers` lists them all.");
    }

    private static String apiUrl(Asked.Run asked, Session session, Optional<Account> known) throws Failure {
        var url = asked.value("--api")
                .or(() -> Optional.ofNullable(session.around().environment().get("GINNEL_API")))
                .map(String::strip)
                .filter(u -> !u.isEmpty())
                .or(() -> known.map(Account::apiUrl))
                .orElseThrow(() -> usage(
                        "The operator's API is not known yet.",
                        "Ginnel has no built-in operator, and this is the first login.",
                        "Add --api URL, with the URL your operator gave you, or set GINNEL_API."));
        if (!url.contains("://")) {
            throw usage(
                    "That is not the URL of an API.",
                    "A URL starts with https://.",
                    "Write it in full, such as --api https://" + fit(url, 60));
        }
        return url;
    }

    private static ApiKey key(Asked.Run asked, Session session) throws Failure {
        var given = asked.word();
        var text = given.isPresent() ? given : typed(session);
        return text.flatMap(ApiKey::parse)
                .orElseThrow(() -> usage(
                        "That is not an API key.",
                        "A key is one word of 1 to " + ApiKey.MAX_LENGTH + " letters, digits and signs.",
                        "Copy the whole key from your operator and run `ginnel login` again."));
    }

    private static Optional<String> typed(Session session) throws Failure {
        try {
            return session.around().keyboard().secret("API key (not shown): ");
        } catch (IOException _) {
            throw usage(
                    "The key could not be read.",
                    "The standard input failed.",
                    "Run `ginnel login` in a terminal, or pipe the key into it.");
        }
    }

    private static Failure usage(String what, String why, String next) {
        return Failure.of(ExitCode.USAGE, new Explanation(what, why, next));
    }
}
