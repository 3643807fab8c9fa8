// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.link;

import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.ginnel.lab.LabException;
import org.ginnel.lab.machine.Machine;

/// A cable between two machines whose delay, jitter and loss can be changed while packets are under way.
///
/// Every protocol, IPv4 and IPv6, fares alike. A change holds for packets that enter the link after it.
/// Safe for use by several threads.
public final class Link implements AutoCloseable {
    private final Tun a;
    private final Tun b;
    private final Lane there;
    private final Lane back;
    private volatile Conditions conditions;

    /// Lays the cable: a network device `nameA` in `machineA` and `nameB` in `machineB`, both still down.
    ///
    /// @param random decides on losses and jitter
    public Link(
            Machine machineA,
            String nameA,
            Machine machineB,
            String nameB,
            Conditions conditions,
            RandomGenerator random)
            throws IOException {
        this.conditions = conditions;
        this.a = Tun.open(machineA, nameA);
        this.b = Tun.open(machineB, nameB);
        this.there = new Lane(nameA + " there", a, b, this::conditions, random);
        this.back = new Lane(nameA + " back", b, a, this::conditions, random);
    }

    public Conditions conditions() {
        return conditions;
    }

    /// Half of `roundTrip` in each direction.
    public synchronized Link roundTrip(Duration roundTrip) {
        conditions = new Conditions(roundTrip.dividedBy(2), conditions.jitter(), conditions.loss(), conditions.hole());
        return this;
    }

    /// Each packet takes up to `jitter` longer, in each direction.
    public synchronized Link jitter(Duration jitter) {
        conditions = new Conditions(conditions.oneWay(), jitter, conditions.loss(), conditions.hole());
        return this;
    }

    /// Each packet is lost with this probability, 0 to 1, in each direction.
    public synchronized Link loss(double loss) {
        conditions = new Conditions(conditions.oneWay(), conditions.jitter(), loss, conditions.hole());
        return this;
    }

    /// Whether everything vanishes without an answer, as with a dead server.
    public synchronized Link hole(boolean hole) {
        conditions = new Conditions(conditions.oneWay(), conditions.jitter(), conditions.loss(), hole);
        return this;
    }

    /// Takes the cable and both devices away.
    @Override
    public void close() {
        try {
            there.stop();
            back.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while taking a link away", e);
        } finally {
            a.close();
            b.close();
        }
    }
}
