package rugged.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records whose components nobody can count: made in few places, and copied only by what {@link rugged.index.Withers} writes. */
class LongRecordsTest {
    /** Components that are still made by position without counting. */
    private static final int MANY = 12;

    /** Files outside its own in which such a record is made. */
    private static final int PLACES = 2;

    private static Map<JavaClass, Set<String>> records;

    @BeforeAll
    static void readClasses() {
        JavaClasses rugged = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("rugged");
        records = rugged.stream()
                .filter(one -> one.isRecord() && components(one).size() > MANY)
                .collect(Collectors.toMap(one -> one, LongRecordsTest::components));
    }

    private static Set<String> components(JavaClass record) {
        return Arrays.stream(record.reflect().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void someAreThere() {
        assertThat(records.keySet()).extracting(JavaClass::getSimpleName).contains("FigureRequest", "Manifest");
    }

    @Test
    void theyAreNotCopiedByHand() {
        Set<String> copies = new TreeSet<>();
        records.forEach((record, components) -> {
            for (JavaConstructorCall call : record.getConstructorCallsToSelf()) {
                if (writtenByTheProcessor(record, call)) continue;
                if (2 * read(call.getOrigin(), record, components).size() >= components.size())
                    copies.add(call.getOrigin().getFullName());
            }
        });
        assertThat(copies).as("copies component by component; @Withers").isEmpty();
    }

    @Test
    void theyAreMadeInFewPlaces() {
        Map<String, Set<String>> makers = new TreeMap<>();
        for (JavaClass record : records.keySet()) {
            for (JavaConstructorCall call : record.getConstructorCallsToSelf()) {
                String file = file(call.getOriginOwner());
                if (!writtenByTheProcessor(record, call) && !file.equals(file(record)))
                    makers.computeIfAbsent(record.getName(), _ -> new TreeSet<>())
                            .add(file);
            }
        }
        makers.values().removeIf(places -> places.size() <= PLACES);
        assertThat(makers).as("records made in more than %d files", PLACES).isEmpty();
    }

    @Test
    void theyHaveOneConstructor() {
        List<JavaClass> telescopes = records.keySet().stream()
                .filter(record -> record.getConstructors().size() > 1)
                .toList();
        assertThat(telescopes).isEmpty();
    }

    /** The components that a function reads of such a record, by accessor or in place. */
    private static Set<String> read(JavaCodeUnit function, JavaClass record, Set<String> components) {
        return function.getAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().equals(record)
                        || access.getTargetOwner().getName().equals(withers(record)))
                .map(JavaAccess::getName)
                .filter(components::contains)
                .collect(Collectors.toSet());
    }

    private static boolean writtenByTheProcessor(JavaClass record, JavaConstructorCall call) {
        return call.getOriginOwner().getName().equals(withers(record));
    }

    private static String withers(JavaClass record) {
        return record.getName() + "Withers";
    }

    private static String file(JavaClass of) {
        String name = of.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
