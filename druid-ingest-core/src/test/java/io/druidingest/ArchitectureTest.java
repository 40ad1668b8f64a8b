package io.druidingest;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.druidingest")
            .that(resideOutsideOfPackage("io.druidingest.processor")); // is of the build

    private static final DescribedPredicate<JavaClass> GENERATED =
            describe("generated", c -> c.getFullName().matches(".*\\.(Immutable\\w+|\\w+Accessors)(\\$.*)?"));

    @Test
    void everyPackageIsNullMarked() {
        Set<String> packages =
                CORE.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages)
                .hasSize(12)
                .allSatisfy(p -> assertThat(CORE.get(p + ".package-info").isAnnotatedWith(NullMarked.class))
                        .as(p)
                        .isTrue());
    }

    @Test
    void whatIsGeneratedIsHidden() {
        assertThat(CORE.that(GENERATED)).hasSizeGreaterThan(50);
        classes()
                .that(GENERATED)
                .and()
                .areTopLevelClasses()
                .should()
                .bePackagePrivate()
                .check(CORE);
    }

    @Test
    void noSignatureShowsWhatIsGenerated() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(describe("visible", ArchitectureTest::isVisible))
                .should(showNothingGenerated())
                .check(CORE);
    }

    private static boolean isVisible(JavaClass c) {
        return c.getModifiers().contains(JavaModifier.PUBLIC)
                && c.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }

    private static ArchCondition<JavaMethod> showNothingGenerated() {
        return new ArchCondition<>("neither take nor return what is generated") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean shown = GENERATED.test(method.getRawReturnType())
                        || method.getRawParameterTypes().stream().anyMatch(GENERATED);
                events.add(new SimpleConditionEvent(method, !shown, method.getDescription()));
            }
        };
    }

    @Test
    void packagesAreLayered() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("validation")
                .definedBy("io.druidingest.validation")
                .layer("json")
                .definedBy("io.druidingest.json..")
                .layer("unit")
                .definedBy("io.druidingest.unit")
                .layer("schema")
                .definedBy("io.druidingest.schema")
                .layer("input")
                .definedBy("io.druidingest.input")
                .layer("tuning")
                .definedBy("io.druidingest.tuning")
                .layer("query")
                .definedBy("io.druidingest.query")
                .layer("coordinator")
                .definedBy("io.druidingest.coordinator")
                .layer("spec")
                .definedBy("io.druidingest.spec")
                .whereLayer("validation")
                .mayNotAccessAnyLayer()
                .whereLayer("json")
                .mayOnlyAccessLayers("validation")
                .whereLayer("unit")
                .mayOnlyAccessLayers("json", "validation")
                .whereLayer("tuning")
                .mayOnlyAccessLayers("unit", "json", "validation")
                .whereLayer("query")
                .mayOnlyAccessLayers("tuning", "unit", "json", "validation")
                .whereLayer("schema")
                .mayOnlyAccessLayers("query", "tuning", "unit", "json", "validation")
                .whereLayer("input")
                .mayOnlyAccessLayers("schema", "query", "tuning", "unit", "json", "validation")
                .whereLayer("coordinator")
                .mayOnlyAccessLayers("schema", "query", "tuning", "unit", "json", "validation")
                .check(CORE);
        slices().matching("io.druidingest.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void nothingIsUsedButJavaAndJackson() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.druidingest..",
                        "java..",
                        "com.fasterxml.jackson..",
                        "org.jspecify.annotations",
                        "org.immutables.value"))
                .check(CORE);
    }

    @Test
    void thereIsNoInputOrOutputAndNoThread() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("java.net.http..")
                                .or(resideInAPackage("java.nio.file.."))
                                .or(resideInAPackage("java.nio.channels.."))
                                .or(resideInAPackage("java.util.concurrent.."))
                                .or(
                                        describe(
                                                "files, sockets and threads",
                                                c -> c.getFullName()
                                                        .matches(
                                                                "java\\.io\\.(File|RandomAccess).*|java\\.net\\..*Socket.*|java\\.net\\.URL.*|java\\.lang\\.(Thread|Process).*"))))
                .check(CORE);
    }

    @Test
    void onlyTasksAreJudgedWhole() {
        noClasses()
                .that()
                .resideInAnyPackage("..schema", "..input", "..tuning", "..query")
                .should()
                .callMethod("io.druidingest.json.Specs", "valid", "io.druidingest.json.SpecObject")
                .check(CORE);
    }
}
