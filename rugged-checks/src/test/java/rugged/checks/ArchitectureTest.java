package rugged.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The direction of every dependency between the packages, and the few habits that class files show. */
class ArchitectureTest {

    private static JavaClasses rugged;

    @BeforeAll
    static void readClasses() {
        rugged = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("rugged");
    }

    @Test
    void packagesDependOnlyOnThoseBelow() {
        classes()
                .that(areOf("rugged"))
                .should(dependOnlyAlongArrows())
                .allowEmptyShould(true)
                .check(rugged);
    }

    /** {@code -Drugged.reference=write} writes the list anew. */
    @Test
    void theDocumentationShowsTheArrows() throws IOException {
        Path page = Path.of(System.getProperty("rugged.root", ".."), "docs", "how-it-is-built.md");
        String text = Files.readString(page);
        String shown = text.replaceFirst("(?s)```arrows\\n.*?```", "```arrows\n" + Arrows.picture() + "```");
        if (System.getProperty("rugged.reference", "").equals("write")) Files.writeString(page, shown);
        assertThat(Files.readString(page)).isEqualTo(shown);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("rugged.(*)..").should().beFreeOfCycles().check(rugged);
    }

    /** Types that need one another in a circle can only be understood together. A sealed family counts as one type, and so do a type and those nested in it. */
    @Test
    void noTypesDependOnEachOtherInACircle() throws IOException {
        assertThat(TypeCircles.of(rugged).stream().map(circle -> TypeCircles.explained(circle, rugged)))
                .as("circles of types")
                .isEmpty();
    }

    @Test
    void everyPackageForbidsNull() {
        classes()
                .that(areOf("rugged"))
                .should(new ArchCondition<>("lie in a @NullMarked package") {
                    @Override
                    public void check(JavaClass of, ConditionEvents events) {
                        boolean marked = of.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(
                                new SimpleConditionEvent(of, marked, of.getName() + " lies in no @NullMarked package"));
                    }
                })
                .check(rugged);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("rugged.cli..", "rugged.bench..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(rugged);
    }

    @Test
    void exceptionsHaveTypesThatSayWhatHappened() {
        noClasses()
                .should()
                .callConstructorWhere(
                        DescribedPredicate.describe("it makes a bare exception", this::makesBareException))
                .check(rugged);
    }

    private boolean makesBareException(JavaConstructorCall call) {
        Set<Class<? extends Throwable>> bare =
                Set.of(RuntimeException.class, Exception.class, Error.class, Throwable.class);
        JavaClass made = call.getTargetOwner();
        boolean fromSubclass = call.getOriginOwner().isAssignableTo(made.getName());
        return !fromSubclass && bare.stream().anyMatch(made::isEquivalentTo);
    }

    @Test
    void nothingGlobalChanges() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .orShould()
                .haveModifier(JavaModifier.SYNTHETIC)
                .because("state belongs to objects that are handed in")
                .check(rugged);
    }

    @Test
    void nobodyAsksWhichSpaceItIs() {
        noClasses()
                .that()
                .resideOutsideOfPackage("rugged.geometry")
                .should(new ArchCondition<>("ask for the type of a space") {
                    @Override
                    public void check(JavaClass of, ConditionEvents events) {
                        of.getInstanceofChecks().stream()
                                .filter(asked ->
                                        asked.getRawType().getPackageName().equals("rugged.geometry"))
                                .forEach(asked -> events.add(new SimpleConditionEvent(
                                        of,
                                        true,
                                        asked.getOwner().getFullName() + " asks in line " + asked.getLineNumber())));
                    }
                })
                .because("geometry is behaviour: what differs between spaces is a method of the space")
                .check(rugged);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data)")
                .because("such a suffix says nothing")
                .check(rugged);
    }

    @Test
    void classesWereFound() {
        assertThat(rugged.stream().map(Arrows::packageOf)).contains("index", "num", "api", "cli");
    }

    private static DescribedPredicate<JavaClass> areOf(String root) {
        return DescribedPredicate.describe(
                "are of " + root, type -> type.getPackageName().startsWith(root));
    }

    private static ArchCondition<JavaClass> dependOnlyAlongArrows() {
        return new ArchCondition<>("depend only along the arrows") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                from.getDirectDependenciesFromSelf().stream()
                        .filter(arrow -> arrow.getTargetClass().getPackageName().startsWith("rugged."))
                        .forEach(arrow -> {
                            boolean allowed = Arrows.allow(from, arrow.getTargetClass());
                            events.add(new SimpleConditionEvent(from, allowed, arrow.getDescription()));
                        });
            }
        };
    }
}
