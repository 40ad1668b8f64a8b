package io.druidingest.client;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.druidingest.client.internal.time.SystemTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.druidingest");

    @Test
    void everyPackageIsNullMarked() {
        Set<JavaPackage> packages = client().map(JavaClass::getPackage).collect(Collectors.toSet());

        assertThat(packages)
                .hasSizeGreaterThan(4)
                .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class))
                        .as(p.getName())
                        .isTrue());
    }

    @Test
    void whatAUserSeesMentionsNothingOfHowItIsDone() {
        Set<String> leaks = new TreeSet<>();
        client().filter(c -> !c.getPackageName().contains(".internal") && isOpen(c.getModifiers()))
                .forEach(c -> {
                    Stream.concat(c.getRawInterfaces().stream(), c.getRawSuperclass().stream())
                            .filter(ArchitectureTest::isHidden)
                            .forEach(t -> leaks.add(c.getName() + " is a " + t.getName()));
                    c.getMembers().stream()
                            .filter(m -> isOpen(m.getModifiers()))
                            .forEach(m -> mentioned(m)
                                    .filter(ArchitectureTest::isHidden)
                                    .forEach(t -> leaks.add(m.getFullName() + " mentions " + t.getName())));
                });

        assertThat(leaks).isEmpty();
    }

    private static Stream<JavaClass> mentioned(JavaMember member) {
        List<JavaType> types = new ArrayList<>();
        if (member instanceof JavaField) {
            types.add(((JavaField) member).getType());
        } else {
            JavaCodeUnit unit = (JavaCodeUnit) member;
            types.add(unit.getReturnType());
            types.addAll(unit.getParameterTypes());
            types.addAll(unit.getExceptionTypes());
        }
        return types.stream().flatMap(t -> t.getAllInvolvedRawTypes().stream());
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean isHidden(JavaClass type) {
        return type.getPackageName().startsWith("dev.failsafe")
                || type.getPackageName().startsWith("java.net.http")
                || type.getPackageName().startsWith("io.druidingest.client.internal")
                || type.getSimpleName().startsWith("Immutable");
    }

    @Test
    void onlyTheRealTimeTouchesTheRealTime() {
        noClasses()
                .that(resideInAPackage("io.druidingest.."))
                .and()
                .doNotHaveFullyQualifiedName(SystemTime.class.getName())
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Timer|concurrent\\.Scheduled(ThreadPool)?Executor.*)")
                .check(ALL);
    }

    @Test
    void theLanguageKnowsNothingOfTheClient() {
        noClasses()
                .that()
                .resideInAPackage("io.druidingest..")
                .and()
                .resideOutsideOfPackage("io.druidingest.client..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.druidingest.client..")
                .check(ALL);
    }

    @Test
    void whatDruidAnswersKnowsNothingOfHowItWasAsked() {
        classes()
                .that()
                .resideInAPackage("io.druidingest.client.model")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.druidingest.client.model",
                        "io.druidingest.coordinator",
                        "io.druidingest.json",
                        "io.druidingest.spec",
                        "io.druidingest.unit",
                        "java..",
                        "com.fasterxml.jackson..",
                        "org.jspecify..")
                .check(ALL);
    }

    @Test
    void theInnerPackagesStandOnOneAnotherInOneOrder() {
        slices().matching("io.druidingest.client.internal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("io.druidingest.client.internal.time")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.druidingest.client.internal.http", "io.druidingest.client.internal.task")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("io.druidingest.client.internal.http")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.druidingest.client.internal.task")
                .check(ALL);
    }

    private static Stream<JavaClass> client() {
        return ALL.stream().filter(c -> c.getPackageName().startsWith("io.druidingest.client"));
    }
}
