package io.druidingest.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenMethodsConjunction;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses TESTKIT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.druidingest.testkit");

    private static final DescribedPredicate<JavaClass> MECHANISMS = resideInAnyPackage(
            "mockwebserver3..",
            "okhttp3..",
            "okio..",
            "eu.maveniverse..",
            "org.eclipse.aether..",
            "io.druidingest.testkit.internal..");

    @Test
    void everyPackageIsNullMarked() {
        assertThat(TESTKIT.stream().map(JavaClass::getPackage).distinct())
                .hasSizeGreaterThan(3)
                .allMatch(p -> p.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void noMechanismIsInWhatAUserSees() {
        seen().should().haveRawReturnType(not(MECHANISMS)).check(TESTKIT);
        seen().should()
                .notHaveRawParameterTypes(DescribedPredicate.describe(
                        "of a mechanism", types -> types.stream().anyMatch(MECHANISMS)))
                .check(TESTKIT);
    }

    private static GivenMethodsConjunction seen() {
        return methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .haveModifier(PUBLIC)
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("..internal..");
    }

    @Test
    void testFrameworksStayInTheirPackages() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.druidingest.testkit.junit5")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.junit..")
                .check(TESTKIT);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.druidingest.testkit.assertj")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.assertj..")
                .check(TESTKIT);
    }

    @Test
    void nothingSleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(TESTKIT);
    }
}
