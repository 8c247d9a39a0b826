package rugged.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import rugged.api.LandscapeSpec;
import rugged.api.model.Model;

/**
 * The built landscapes of a run. Points with equal descriptions share one, each with a fork of its own; together they stay within a memory estimate, and
 * one that is not in use is dropped as soon as another is wanted.
 */
final class Landscapes {
    private static final long PATIENCE = 100; // milliseconds between two looks at the stop flag

    private final double budget;
    private final BooleanSupplier stop;
    private final Runnable unchanged;
    private final Map<LandscapeSpec, Resident> residents = new LinkedHashMap<>();

    /**
     * @param budget bytes
     * @param stop whether to give up waiting
     * @param unchanged throws where a file that landscapes are made of has changed; called behind every building
     */
    Landscapes(double budget, BooleanSupplier stop, Runnable unchanged) {
        this.unchanged = unchanged;
        this.budget = budget;
        this.stop = stop;
    }

    private static final class Resident {
        private final double memory;
        private @Nullable Model model;
        private boolean building;
        private int users;

        Resident(double memory) {
            this.memory = memory;
        }
    }

    /** A fork of the landscape of a description; built when it is not there, as soon as there is room. One that exceeds the room is built alone. */
    Model take(LandscapeSpec spec) {
        while (true) {
            Resident resident = reserve(spec);
            synchronized (this) {
                while (resident.building && residents.get(spec) == resident) await();
                if (resident.model != null) return resident.model.fork();
                if (residents.get(spec) != resident)
                    continue; // whoever built it failed, and so will we, in our own name
                resident.building = true;
            }
            return build(spec, resident).fork();
        }
    }

    private Model build(LandscapeSpec spec, Resident resident) {
        try {
            Model built = spec.build();
            unchanged.run();
            synchronized (this) {
                resident.model = built;
            }
            return built;
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                residents.remove(spec);
            }
            throw e;
        } finally {
            synchronized (this) {
                resident.building = false;
                notifyAll();
            }
        }
    }

    private synchronized Resident reserve(LandscapeSpec spec) {
        double memory = spec.cost().memory();
        while (true) {
            Resident there = residents.get(spec);
            if (there != null) {
                there.users++;
                return there;
            }
            residents.values().removeIf(resident -> resident.users == 0);
            double used = residents.values().stream()
                    .mapToDouble(resident -> resident.memory)
                    .sum();
            if (residents.isEmpty() || used + memory <= budget) {
                Resident fresh = new Resident(memory);
                fresh.users = 1;
                residents.put(spec, fresh);
                return fresh;
            }
            await();
        }
    }

    /** Says that a point does not use it any more. */
    synchronized void give(LandscapeSpec spec) {
        Resident resident = residents.get(spec);
        if (resident != null) resident.users--;
        notifyAll();
    }

    /** Waits for a change; the caller holds the monitor. */
    private void await() {
        if (stop.getAsBoolean()) throw new Stopped();
        try {
            wait(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }
}
