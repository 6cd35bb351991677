package dev.trama.junit;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** Watches each test, and fails it when its awaits are not as asserted. */
final class TramaExtension
    implements BeforeEachCallback, AfterEachCallback, InvocationInterceptor, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(TramaExtension.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    Settings settings = Settings.of(context);
    Agent.require(settings);
    boolean wholeJvm =
        Checks.annotation(context, Trama.class)
            .filter(trama -> trama.scope() == Trama.Scope.JVM)
            .isPresent();
    context
        .getStore(NAMESPACE)
        .put(
            WatchedTest.class,
            WatchedTest.open(
                context.getRequiredTestClass(),
                wholeJvm,
                Checks.annotation(context, NoAwaitHolding.class).isPresent(),
                settings.reports().resolve(fileName(context))));
  }

  /** The test's name with the characters that file systems allow, long enough to be unique. */
  private static String fileName(ExtensionContext context) {
    String type = context.getRequiredTestClass().getName();
    String method = context.getTestMethod().map(Method::getName).orElse("test");
    String id = context.getUniqueId();
    int invocation = id.indexOf("[test-template-invocation:#");
    String number = invocation < 0 ? "" : "." + id.replaceAll(".*:#(\\d+)]", "$1");
    return type + "." + method + number + ".jfr";
  }

  @Override
  public void afterEach(ExtensionContext context) {
    test(context).ifPresent(WatchedTest::close);
  }

  private static Optional<WatchedTest> test(ExtensionContext context) {
    return Optional.ofNullable(
        context.getStore(NAMESPACE).get(WatchedTest.class, WatchedTest.class));
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    watched(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    watched(invocation, context);
  }

  private static void watched(Invocation<Void> invocation, ExtensionContext context)
      throws Throwable {
    WatchedTest test = test(context).orElseThrow();
    boolean onVirtualThread =
        Checks.annotation(context, Trama.class).filter(Trama::onVirtualThread).isPresent();
    test.begin();
    try {
      if (onVirtualThread) {
        VirtualRun.of(invocation, context.getDisplayName());
      } else {
        invocation.proceed();
      }
      new Checks(context, test).all(Settings.of(context));
    } catch (TestAbortedException aborted) {
      throw aborted;
    } catch (Throwable failure) {
      if (!(failure instanceof AwaitsAssertionError)) {
        failure.addSuppressed(new TraceOfTest(test.report()));
      }
      leaveRecording(test, failure);
      throw failure;
    }
  }

  private static void leaveRecording(WatchedTest test, Throwable failure) {
    try {
      test.leaveRecording();
    } catch (IOException | RuntimeException unwritable) {
      failure.addSuppressed(unwritable);
    }
  }

  /** What the threads of a test did that failed for other reasons than its awaits. */
  private static final class TraceOfTest extends Exception {
    private static final long serialVersionUID = 1;

    TraceOfTest(String trace) {
      super("the test's awaits:\n" + trace, null, false, false);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Awaits.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new AllAwaits(
        test(context)
            .orElseThrow(
                () ->
                    new ParameterResolutionException(
                        "Awaits are those of a test: a parameter of a test method, @BeforeEach or"
                            + " @AfterEach")));
  }
}
