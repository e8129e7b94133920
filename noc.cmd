@echo off
rem Builds the command line once, then runs it. Delete artifacts\noc to build again.
setlocal
set ROOT=%~dp0
if exist "%ROOT%artifacts\noc\noc.exe" goto run
where dotnet >nul 2>nul
if errorlevel 1 (
  echo noc: the .NET SDK is missing. Install .NET SDK 10 from https://dot.net, then run this again. 1>&2
  exit /b 4
)
pushd "%ROOT%"
dotnet publish src\Noc.Cli -c Release -r win-x64 --no-self-contained -o artifacts\noc -v quiet --nologo -p:NocPublish=true 1>&2
if errorlevel 1 (
  popd
  exit /b 4
)
popd
:run
"%ROOT%artifacts\noc\noc.exe" %*
exit /b %ERRORLEVEL%
