// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.fx;

import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import org.slf4j.LoggerFactory;

/// Lets the toolkit's clock stand while there is nothing to draw.
///
/// JavaFX asks its clock to pause a quarter of a second after the last drawing, and to go on before the next. On
/// GTK (`GtkTimer._pause` of JavaFX 26) that does nothing: the clock goes on to wake the process sixty times a
/// second, also when the window is hidden. This one stops when it is asked to pause.
public final class RestingPulse extends Timer {
    private static final String CLOCK = "pulseTimer";
    private static final long STARTED = 1;

    private final Timer clock;
    private int periodMillis;

    private RestingPulse(Timer clock) {
        super(() -> {}); // what is to be done at every tick, the clock knows
        this.clock = clock;
    }

    /// Makes it so, from now on. Where the toolkit is another one than we know, all stays as it is. Called once,
    /// on the JavaFX thread, when the toolkit has started.
    public static void begin() {
        var toolkit = Toolkit.getToolkit();
        try {
            var field = toolkit.getClass().getDeclaredField(CLOCK);
            field.setAccessible(true);
            var period = toolkit.getClass().getDeclaredField("PULSE_INTERVAL");
            period.setAccessible(true);
            synchronized (toolkit) { // as it does to pause and to go on
                var resting = new RestingPulse((Timer) field.get(toolkit));
                resting.start(period.getInt(toolkit));
                field.set(toolkit, resting);
            }
        } catch (ReflectiveOperationException e) {
            LoggerFactory.getLogger(RestingPulse.class)
                    .warn("the window cannot rest, and takes half a percent of a core: {}", e.toString());
        }
    }

    @Override
    protected long _start(Runnable work) {
        throw new UnsupportedOperationException("a clock without a period");
    }

    @Override
    protected long _start(Runnable work, int period) {
        periodMillis = period;
        goOn();
        return STARTED;
    }

    @Override
    protected void _stop(long ptr) {
        clock.stop();
    }

    @Override
    protected void _pause(long ptr) {
        clock.stop();
    }

    @Override
    protected void _resume(long ptr) {
        goOn();
    }

    private void goOn() {
        if (!clock.isRunning()) {
            clock.start(periodMillis);
        }
    }
}
