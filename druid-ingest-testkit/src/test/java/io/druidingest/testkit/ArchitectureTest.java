package io.druidingest.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import org.eclipse.aether.RepositoryException;
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
        assertThat(mechanismsIn(TESTKIT)).isEmpty();
    }

    /** Shows mechanisms wherever there can be one. */
    public abstract static class Leaky extends QueueDispatcher implements Supplier<List<MockWebServer>> {

        public final List<MockResponse> field = List.of();

        protected Leaky(Optional<? extends RecordedRequest> parameter) {}

        public abstract <T extends Dispatcher> Map<String, MockWebServer[]> method() throws RepositoryException;
    }

    @Test
    void aMechanismIsFoundWhereverItIs() {
        assertThat(mechanismsIn(new ClassFileImporter().importClasses(Leaky.class)))
                .extracting(found -> found.substring(found.lastIndexOf('.') + 1))
                .containsExactlyInAnyOrder(
                        "QueueDispatcher",
                        "MockWebServer",
                        "MockResponse",
                        "RecordedRequest",
                        "Dispatcher",
                        "MockWebServer",
                        "RepositoryException");
    }

    /** Each with where it is seen. */
    private static List<String> mechanismsIn(JavaClasses classes) {
        return classes.stream()
                .filter(ArchitectureTest::isSeen)
                .filter(not(resideInAnyPackage("..internal..")))
                .flatMap(ArchitectureTest::signatures)
                .flatMap(seen -> seen.getValue().getAllInvolvedRawTypes().stream()
                        .map(ArchitectureTest::element)
                        .filter(MECHANISMS)
                        .map(type -> seen.getKey() + " shows " + type.getName()))
                .distinct()
                .collect(Collectors.toList());
    }

    private static JavaClass element(JavaClass type) {
        return type.isArray() ? type.getBaseComponentType() : type;
    }

    /** A package-private constructor of an abstract class is no one's to call. */
    private static boolean isSeen(HasModifiers any) {
        return any.getModifiers().contains(PUBLIC) || any.getModifiers().contains(PROTECTED);
    }

    /** What a user can see of a class, each with the name of what shows it. */
    private static Stream<Map.Entry<String, JavaType>> signatures(JavaClass c) {
        Stream<Map.Entry<String, JavaType>> own = Stream.concat(
                        Stream.concat(c.getSuperclass().stream(), c.getInterfaces().stream()),
                        c.getTypeParameters().stream())
                .map(type -> Map.entry(c.getName(), type));
        Stream<Map.Entry<String, JavaType>> fields = c.getFields().stream()
                .filter(ArchitectureTest::isSeen)
                .map(field -> Map.entry(field.getFullName(), field.getType()));
        Stream<Map.Entry<String, JavaType>> code = c.getCodeUnits().stream()
                .filter(ArchitectureTest::isSeen)
                .flatMap(unit -> Stream.of(
                                unit.getParameterTypes(),
                                List.of(unit.getReturnType()),
                                unit.getTypeParameters(),
                                unit.getExceptionTypes())
                        .flatMap(List::stream)
                        .map(type -> Map.entry(unit.getFullName(), type)));
        return Stream.of(own, fields, code).flatMap(all -> all);
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
