@echo off
rem Builds the command line once, then runs it. Builds again only when a source has changed since.
setlocal
set "ROOT=%~dp0"
set "OUT=%ROOT%artifacts\noc"
set "LOG=%ROOT%artifacts\noc-build.log"

if not exist "%OUT%\.built" goto build
call :sources /l
if not defined CHANGED goto run

:build
set "DOTNET="
for %%d in (dotnet.exe) do set "DOTNET=%%~$PATH:d"
if not defined DOTNET goto missing
pushd "%ROOT%"
dotnet --version >nul 2>nul
if errorlevel 1 goto old
echo noc: building, this takes half a minute the first time ... 1>&2
if not exist "%ROOT%artifacts" mkdir "%ROOT%artifacts"
if exist "%OUT%\.built" del "%OUT%\.built"
rem The copy is taken first: what changes during the build is built the next time.
call :sources
dotnet publish src\Noc.Cli -c Release --use-current-runtime --no-self-contained -o artifacts\noc -v quiet --nologo -p:NocPublish=true >"%LOG%" 2>&1
if errorlevel 1 goto failed
echo built >"%OUT%\.built"
popd

:run
rem The program finds a .NET that is on the path only when it is told where.
for %%d in (dotnet.exe) do if not defined DOTNET_ROOT if exist "%%~dp$PATH:dhost\fxr" set "DOTNET_ROOT=%%~dp$PATH:d"
"%OUT%\noc.exe" %*
exit /b %ERRORLEVEL%

:missing
echo noc: the .NET SDK is missing. Install .NET SDK 10 from https://dot.net, then run this again. 1>&2
exit /b 4

:old
echo noc: this needs .NET SDK 10.0.100 or later, from https://dot.net. These are here: 1>&2
dotnet --list-sdks 1>&2
popd
exit /b 4

:failed
type "%LOG%" 1>&2
echo noc: the build failed; its messages stand above. 1>&2
popd
exit /b 4

rem Keeps a copy of the sources as they were built. With /l nothing is copied: CHANGED says whether they differ.
rem robocopy compares names, sizes and times; it ends with 0 where all are the same.
:sources
set "CHANGED="
set "COPY=%ROOT%artifacts\noc-sources"
set "FLAGS=/r:0 /w:0 /njh /njs /nfl /ndl /np %1"
for %%d in (src data docs\rules) do (
  robocopy "%ROOT%%%d" "%COPY%\%%d" /mir %FLAGS% >nul
  if errorlevel 1 set CHANGED=1
)
robocopy "%ROOT%." "%COPY%\root" global.json Directory.Build.props Directory.Packages.props /xx %FLAGS% >nul
if errorlevel 1 set CHANGED=1
exit /b 0
