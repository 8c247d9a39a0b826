package rugged.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rugged.api.CheckSpec;
import rugged.api.Schedule;
import rugged.api.TheorySpec;
import rugged.index.Named;
import rugged.meanfield.Mixture;
import rugged.theory.statics.IsingStatics;
import rugged.theory.statics.PSpinStatics;

/** Ground states, complexity, the end of aging, and the Ising models, as the theories that users call give them. */
@Named(
        value = "pspin-statics",
        title = "Statics of p-spin glasses",
        doc = "The theories pspin-statics and ising-pspin-statics beside numbers of another program.",
        source = "Crisanti and Sommers, Z. Phys. B 87, 341 (1992)",
        year = 1992,
        topics = {"spin-glass", "mean-field"})
public record StaticsCheck() implements CheckSpec {
    private static final String OTHER = "another program: one-step free energy and the count of minima";

    private static final List<String> SPHERICAL = List.of(
            "3 T_d 0.6123724 1e-6",
            "3 T_s 0.5860540 1e-6",
            "3 q_s 0.645007 1e-5",
            "3 e_gs -1.1716748 1e-6",
            "3 chi_gs 0.486479 1e-5",
            "3 y_gs 0.883913 1e-5",
            "3 sigma_th 0.0132403 1e-6",
            "3 radius 3.4641016 1e-7",
            "4 T_d 0.5443311 1e-6",
            "4 T_s 0.5030394 1e-6",
            "4 e_gs -1.2686097 1e-6",
            "4 chi_gs 0.312633 1e-5",
            "4 y_gs 1.286689 1e-5",
            "4 sigma_th 0.0493061 1e-6",
            "5 T_d 0.5134899 1e-6",
            "5 T_s 0.4614799 1e-6",
            "5 e_gs -1.3350097 1e-6",
            "5 chi_gs 0.227025 1e-5",
            "5 y_gs 1.534893 1e-5",
            "5 sigma_th 0.0931472 1e-6",
            "3+4 T_d 0.8051659 1e-6",
            "3+4 q_d 0.590230 1e-5",
            "3+4 T_s 0.7621387 1e-6",
            "3+4 q_s 0.732619 1e-5",
            "3+4 e_th -1.6904762 1e-7",
            "3+4 e_gs -1.7330696 1e-6",
            "3+4 chi_gs 0.270093 1e-5",
            "3+4 y_gs 0.787745 1e-5",
            "3 q_aging 0.638824 1e-6",
            "3 X_aging 0.565376 1e-6",
            "3 e_aging -0.886693 1e-6",
            "3+4@0.4 q_aging 0.847137 1e-6",
            "3+4@0.4 X_aging 0.276157 1e-6",
            "3+4@0.4 e_aging -1.483950 1e-6");

    private static final List<String> ISING = List.of(
            "3 T_d 0.6816 3e-4",
            "3 T_s 0.65139 5e-5",
            "3 F -0.81382 2e-5",
            "3 m 0.2735 1e-4",
            "4 T_d 0.6784 3e-4",
            "4 T_s 0.61688 5e-5",
            "4 F -0.82573 2e-5",
            "4 m 0.3091 1e-4",
            "3 T_c_rem 0.600561 1e-6",
            "3 e_gs_rem -0.832555 1e-6");

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "statics",
                        "transition temperatures, overlaps, energy, susceptibility and breaking parameter of the"
                                + " ground state, complexity and radius of the bulk for each mixture of the spherical"
                                + " model",
                        "energies and temperatures in J, susceptibilities in 1/J; without for overlaps and"
                                + " complexities"),
                new Group("statics.ising", "the same, as far as they exist, of the Ising model", "as above"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Map<String, Map<String, Double>> solved = new HashMap<>();
        for (String line : SPHERICAL) {
            String model = line.split(" ")[0];
            solved.computeIfAbsent(model, StaticsCheck::spherical);
            rows.add(row("statics.", line, solved.getOrDefault(model, Map.of())));
        }
        solved.clear();
        for (String line : ISING) {
            String model = line.split(" ")[0];
            solved.computeIfAbsent(model, p -> values(new IsingStatics(Integer.parseInt(p), 0.2)));
            rows.add(row("statics.ising-", line, solved.getOrDefault(model, Map.of())));
        }
        return List.copyOf(rows);
    }

    private static Map<String, Double> spherical(String model) {
        String[] parts = model.split("@");
        double temperature = parts.length > 1 ? Double.parseDouble(parts[1]) : 0.5;
        return values(new PSpinStatics(Mixture.parse(parts[0]), temperature, 1));
    }

    private static Map<String, Double> values(TheorySpec theory) {
        Map<String, Double> values = new HashMap<>();
        theory.solve(Schedule.at(), (quantity, replica, value, error, axes) -> values.put(quantity.name(), value));
        return values;
    }

    private static Row row(String prefix, String line, Map<String, Double> values) {
        String[] words = line.split(" ");
        String id = prefix + words[0].replace('+', '-').replaceAll("@.*", "") + "."
                + words[1].replace('_', '-').toLowerCase(Locale.ROOT);
        double value = values.getOrDefault(words[1], Double.NaN);
        String text = words[1] + " of " + (prefix.endsWith("-") ? "Ising spins, p = " : "the mixture ") + words[0];
        return Row.exact(id, text, value, Double.parseDouble(words[2]), Double.parseDouble(words[3]), OTHER);
    }
}
