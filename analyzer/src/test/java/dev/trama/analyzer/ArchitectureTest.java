package dev.trama.analyzer;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Data flows one way: read, model, analyse, render; the command line calls them all. */
@AnalyzeClasses(
    packages = "dev.trama.analyzer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "dev.trama.analyzer";

  @ArchTest
  static final ArchRule onlyRead_knowsJfr =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".read..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.jfr..");

  @ArchTest
  static final ArchRule model_knowsNothingOfTheOthers =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".read..", ROOT + ".analyse..", ROOT + ".render..", ROOT + ".cli..");

  @ArchTest
  static final ArchRule read_knowsTheModelOnly =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".read..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".analyse..", ROOT + ".render..", ROOT + ".cli..");

  @ArchTest
  static final ArchRule analyse_knowsTheModelOnly =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".analyse..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".read..", ROOT + ".render..", ROOT + ".cli..");

  @ArchTest
  static final ArchRule render_readsNoFiles =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".render..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".read..", ROOT + ".cli..");

  @ArchTest
  static final ArchRule onlyRender_writesJson =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".render..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule nothingGoesInCircles =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule analyses_doNotGoInCircles =
      slices().matching(ROOT + ".analyse.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule reading_goesFromFilesToEvents =
      slices().matching(ROOT + ".read.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule outputs_doNotKnowEachOther =
      slices().matching(ROOT + ".render.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule wordsAndStats_areTheGroundOfTheAnalyses =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".analyse.words..", ROOT + ".analyse.stats..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + ".analyse..")
                  .and(
                      resideOutsideOfPackages(
                          ROOT + ".analyse.words..", ROOT + ".analyse.stats..")));
}
