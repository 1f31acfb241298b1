using System.Text;
using SnnGen.Tool.Commands;

// Whatever the console's code page is: paths and messages hold more than ASCII, and the build reads UTF-8.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await SnnGenCommand.RunAsync(args);
