@echo off
rem Starts the Trama analyzer on Windows, from a distribution: finds a Java and becomes that JVM.
rem
rem   TRAMA_JAVA       the java to use: a java.exe or a JDK's home; else JAVA_HOME, else the PATH
rem   TRAMA_JAVA_OPTS  JVM options for the analyzer itself, separated by spaces

setlocal
set "TRAMA_HOME_OF_THIS=%~dp0.."
set "TRAMA_FOUND=java.exe"
if defined JAVA_HOME set "TRAMA_FOUND=%JAVA_HOME%\bin\java.exe"
if not defined TRAMA_JAVA goto start
set "TRAMA_FOUND=%TRAMA_JAVA%"
if exist "%TRAMA_JAVA%\bin\java.exe" set "TRAMA_FOUND=%TRAMA_JAVA%\bin\java.exe"

:start
if exist "%TRAMA_FOUND%" goto run
for %%J in ("%TRAMA_FOUND%") do if not "%%~$PATH:J"=="" goto run
echo trama: there is no %TRAMA_FOUND%; install a JDK 21 or later, or set JAVA_HOME or TRAMA_JAVA to one 1>&2
exit /b 2

:run
"%TRAMA_FOUND%" -Xlog:disable %TRAMA_JAVA_OPTS% "-Dtrama.home=%TRAMA_HOME_OF_THIS%" -jar "%TRAMA_HOME_OF_THIS%\lib\trama.jar" %*
exit /b %ERRORLEVEL%
