package dev.trama.agent.watch;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * Shows the numbers in JMX as soon as the application, or a tool that looks at it, uses JMX.
 *
 * <p>Design note: an agent that starts JMX itself fixes the MBean server and the log manager before
 * application servers can set their own, and makes every start slower.
 */
final class JmxRegistration {
  private static final String NAME = "dev.trama:type=VirtualThreads";

  private final Watcher watcher;
  private final boolean available = ModuleLayer.boot().findModule("java.management").isPresent();
  private boolean done;

  JmxRegistration(Watcher watcher) {
    this.watcher = watcher;
  }

  void registerIfThereIsAnyone() throws JMException {
    if (!done && available && !MBeanServerFactory.findMBeanServer(null).isEmpty()) {
      done = true;
      ManagementFactory.getPlatformMBeanServer()
          .registerMBean(
              new StandardMBean(new VirtualThreads(watcher), VirtualThreadsMXBean.class, true),
              new ObjectName(NAME));
    }
  }

  void unregister() {
    if (done) {
      try {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
      } catch (JMException gone) {
        done = false; // something else has removed it
      }
    }
  }
}
